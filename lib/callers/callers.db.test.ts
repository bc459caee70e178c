import { beforeEach, expect, test } from 'vitest';
import { textRow } from '../../db/sql-text.ts';
import { asOwner, testDatabase } from '../../db/testing/database.ts';
import { CallersNoted, callersOf } from './callers.ts';

// Nobody else in the tests' database calls: it has no web process.
beforeEach(() => asOwner(`update app.caller set called_at = '-infinity'`));

const calledAt = async () =>
  (await textRow<{ at: string }>(testDatabase(), 'select called_at::text as at from app.caller'))?.at;
const isCalled = () => callersOf(testDatabase())();

test('a worker learns that somebody called a web process, and forgets it after ten seconds', async () => {
  expect(await isCalled()).toBe(false);
  await new CallersNoted(testDatabase).note();
  expect(await isCalled()).toBe(true);
  await asOwner(`update app.caller set called_at = now() - interval '9 seconds'`);
  expect(await isCalled()).toBe(true);
  await asOwner(`update app.caller set called_at = now() - interval '11 seconds'`);
  expect(await isCalled()).toBe(false);
});

test('of many calls of two web processes one is written', async () => {
  const [one, two] = [new CallersNoted(testDatabase), new CallersNoted(testDatabase)];
  await one.note();
  const first = await calledAt();
  expect(first).not.toBe('-infinity');
  for (let call = 0; call < 20; call += 1) expect(one.note()).toBeUndefined();
  await two.note();
  expect(await calledAt()).toBe(first);
});

test('a worker whose database is away gives way to nobody, and does not fail', async () => {
  const away = { ...testDatabase(), execute: () => Promise.reject(new Error('away')) };
  expect(await callersOf(away)()).toBe(false);
});
