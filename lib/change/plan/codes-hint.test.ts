import { expect, test } from 'vitest';
import { codesHint } from './codes-hint.ts';

const GENDERS = [
  { code: 'F', description: 'Female' },
  { code: 'M', description: 'Male' },
];
const SCHOOLS = Array.from({ length: 20 }, (_, n) => ({
  code: String(n).padStart(3, '0'),
  description: `School ${n}`,
}));

test('REF-2 a hint names the district’s codes, not a call', () => {
  expect(codesHint('genders', 'Z', GENDERS)).toBe(
    'Campus has "F" (Female), "M" (Male). Codes are compared exactly: case and leading zeros count.',
  );
  expect(codesHint('schools', '999', SCHOOLS)).toMatch(
    /^Campus has 20 schools; the first are "000" \(School 0\), /,
  );
  expect(codesHint('schools', '999', [])).not.toContain('Campus has');
});

test.each([
  ['case', 'm', GENDERS, '"M" (Male)'],
  ['the description', 'MALE', GENDERS, '"M" (Male)'],
  ['leading zeros that a spreadsheet dropped', '7', SCHOOLS, '"007" (School 7)'],
  ['the only zero', '0', SCHOOLS, '"000" (School 0)'],
  ['a slip in a long code', 'TEACHR', [{ code: 'TEACHER', description: '' }], '"TEACHER"'],
])('REF-2 the likely code by %s', (_kind, code, offered, meant) => {
  expect(codesHint('codes', code, offered)).toMatch(`Did you mean ${meant}?`);
});

test('REF-2 another short code is not guessed', () => {
  expect(codesHint('codes', '21', [{ code: '20', description: 'Coach' }])).not.toContain('Did you mean');
});
