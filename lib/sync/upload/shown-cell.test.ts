import { expect, test } from 'vitest';
import { shownCell } from './shown-cell.ts';

test.each([
  ['123-45-6789', 'ssn', '***-**-6789'],
  ['123456789', 'ssn', '*****6789'],
  ['6789', 'ssn', '****'],
  ['was 123-45-6789', null, 'was ***-**-6789'],
  ['was 123 45 6789', null, 'was *** ** 6789'],
  ['123.45.6789', 'lastName', '***.**.6789'],
  ['123456789', 'staffNumber', '123456789'],
])('of “%s” as %s the preview has at most the last four digits of an SSN', (cell, property, shown) => {
  expect(shownCell(cell, property)).toBe(shown);
});

test('a long cell is cut, and an SSN where it is cut is masked before', () => {
  const shown = shownCell(`${'x'.repeat(192)} 123-45-6789`, null);
  expect(shown).toHaveLength(200);
  expect(shown).not.toMatch(/123/);
});
