import { expect, test } from 'vitest';
import { unfitness } from './assert-server.ts';

const fit = { version: 150_000, encoding: 'UTF8', ours: false, tables: 0 };

test('an empty UTF-8 database on Postgres 15 is fit, and so is one of ours', () => {
  expect(unfitness(fit)).toBeUndefined();
  expect(unfitness({ ...fit, version: 180_004, ours: true, tables: 39 })).toBeUndefined();
});

test.each([
  [{ version: 140_018 }, /Postgres 14; Campus BOI needs 15/],
  [{ encoding: 'SQL_ASCII' }, /encoding UTF8/],
  [{ tables: 1 }, /tables that Campus BOI did not make/],
])('%o is refused with a reason', (fact, reason) => {
  expect(unfitness({ ...fit, ...fact })).toMatch(reason);
});
