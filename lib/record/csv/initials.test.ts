import { expect, test } from 'vitest';
import { isInitials } from './initials.ts';

test.each([
  [['', 'E', 'P.', 'É'], true],
  [['E', 'P', 'Marie'], false],
  [['E'], false],
  [['', ''], false],
  [['1', '2'], false],
])('ID-6 %s are initials: %s', (cells, expected) => {
  expect(isInitials(cells)).toBe(expected);
});
