import { expect, test } from 'vitest';
import { codesOf, matchValues } from './match-values.ts';

const codes = (...pairs: [string, string][]) => pairs.map(([code, description]) => ({ code, description }));
const known = {
  genders: codes(['M', 'Male'], ['F', 'Female'], ['X', 'Nonbinary']),
  schools: codes(
    ['001', 'High'],
    ['044', 'Middle'],
    ['0', 'District'],
    ['00', 'Annex'],
    ['107', 'Elm'],
    ['0107', 'Elm'],
  ),
  assignmentCodes: codes(['20', 'Teacher']),
  titles: codes(['T1', 'Elementary Teacher'], ['T2', 'Bus Driver'], ['T3', 'Coach'], ['T4', 'Coach']),
};
const applied = codesOf(known);

test.each([
  ['genders', 'M', 'M'],
  ['genders', 'Male', 'M'],
  ['genders', 'female', 'F'],
  ['genders', ' f ', 'F'],
  ['genders', 'Unknown', undefined],
  ['schools', '1', '001'],
  ['schools', '44', '044'],
  ['schools', 'high', '001'],
  ['schools', '0', '0'],
  ['schools', '000', undefined],
  ['schools', '107', '107'],
  ['schools', '00107', undefined],
  ['schools', 'Elm', undefined],
  ['schools', '9999', undefined],
  ['assignmentCodes', 'teacher', '20'],
  ['assignmentCodes', '020', undefined],
  ['titles', 'bus driver', 'T2'],
  ['titles', 'Coach', undefined],
  ['titles', 'New Title', undefined],
] as const)('%s: %s is %s, where exactly one code fits', (kind, value, code) => {
  expect(applied[kind](value)).toBe(code);
});

test('a misspelled description is proposed, and not applied', () => {
  expect(matchValues('titles', known.titles)('Elementry Teacher')).toEqual({ code: 'T1', by: 'proposed' });
  expect(applied.titles('Elementry Teacher')).toBeUndefined();
});

test('what a user chose counts before any match, also that rows are ignored', () => {
  const chosen = codesOf(known, [
    { kind: 'schools', value: '1', code: '044' },
    { kind: 'genders', value: 'U', code: null },
    { kind: 'titles', value: '1', code: 'T1' },
  ]);
  expect([chosen.schools(' 1 '), chosen.genders('U'), chosen.genders('M')]).toEqual(['044', null, 'M']);
});
