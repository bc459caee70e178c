import { expect, test } from 'vitest';
import { isAway } from './away.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  '08006',
  '57P01',
  '57P03',
  '53300',
  '53100',
  '28P01',
  '40001',
])('%s: away', (code) => {
  expect(isAway(coded(code))).toBe(true);
  expect(isAway(new Error('wrapped', { cause: coded(code) }))).toBe(true);
});

test.each(['23505', '22P02', '42P01', '42501', 'XX000', 'ERR_INVALID_ARG_TYPE'])('%s: not away', (code) => {
  expect(isAway(coded(code))).toBe(false);
});

test('what node-postgres gives no code', () => {
  expect(isAway(new Error('timeout exceeded when trying to connect'))).toBe(true);
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isAway(new TypeError('x is not a function'))).toBe(false);
  expect(isAway(undefined)).toBe(false);
});
