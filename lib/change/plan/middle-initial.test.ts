import { expect, test } from 'vitest';
import { isInitialOf } from './middle-initial.ts';

test.each([
  ['M', 'May'],
  ['M.', 'May'],
  ['m', 'MAY'],
  ['M', 'Mary Ann'],
  ['E', 'Élise'],
  ['É.', 'Elise'],
  ['E\u0301', 'Élise'],
  ['M', 'M.'],
  ['\u200bM\u00a0', 'May'],
  ['K', 'ʻKalani'],
  ['Ł', 'Łucja'],
])('ID-6 %s is the initial of %s', (sent, stored) => {
  expect(isInitialOf(sent, stored)).toBe(true);
});

test.each([
  ['J', 'May'],
  ['A', 'Mary Ann'],
  ['May', 'M'],
  ['Ma', 'May'],
  ['M A', 'Mary Ann'],
  ['M.A.', 'Mary Ann'],
  ['.', 'May'],
  ['4', '4th'],
  ['', 'May'],
  [null, 'May'],
  ['M', null],
  [null, null],
])('ID-6 %s is not the initial of %s', (sent, stored) => {
  expect(isInitialOf(sent, stored)).toBe(false);
});
