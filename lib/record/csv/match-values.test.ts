import { expect, test } from 'vitest';
import { matchValues, withMatches } from './match-values.ts';

const codes = (...pairs: [string, string][]) => pairs.map(([code, description]) => ({ code, description }));
const matches = matchValues({
  genders: codes(['M', 'Male'], ['F', 'Female'], ['X', 'Nonbinary']),
  schools: codes(
    ['001', 'High'],
    ['044', 'Middle'],
    ['0', 'District'],
    ['00', 'Annex'],
    ['107', 'Elm'],
    ['0107', 'Elm'],
  ),
});

test.each([
  ['M', 'M'],
  ['Male', 'M'],
  ['female', 'F'],
  [' f ', 'F'],
  ['Unknown', 'Unknown'],
])('gender %s is %s', (value, code) => {
  expect(matches.gender(value)).toBe(code);
});

test.each([
  ['1', '001'],
  ['44', '044'],
  ['high', '001'],
  ['0', '0'],
  ['000', '000'],
  ['107', '107'],
  ['00107', '00107'],
  ['Elm', 'Elm'],
  ['9999', '9999'],
])('school %s is %s: one code fits, or none is taken', (value, code) => {
  expect(matches.school(value)).toBe(code);
});

test('in a record, of each position', () => {
  const record = { gender: 'Male', positions: [{ schoolNumber: '1' }, { titleCode: 'x' }] };
  expect(withMatches(record, matches)).toEqual({
    gender: 'M',
    positions: [{ schoolNumber: '001' }, { titleCode: 'x' }],
  });
});
