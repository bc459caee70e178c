import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Actor, Context } from '../context.ts';
import { ssnIndexes } from '../crypto/seal-ssn.ts';
import { TooMany } from '../failure.ts';
import { MAX_SSNS_AN_HOUR, underSsnBudget } from './under-ssn-budget.ts';

const MINUTE = 60_000;
let ctx: Context;

beforeEach(async () => {
  ctx = await testDistrict({ actor: client(1) });
});

const client = (n: number): Actor => ({
  kind: 'client',
  mapsValues: false,
  id: `01900000-0000-7000-8000-00000000000${n}`,
  name: 'Payroll',
  clientId: 'abc.payroll',
});
const indexOf = (n: number): Buffer[] => ssnIndexes(ctx.keys, ctx.district.id, String(900_000_000 + n));
const search = (n: number, given: Partial<Context> = {}) =>
  underSsnBudget({ ...ctx, ...given }, indexOf(n), async () => n === 7, Boolean);
const many = async (from: number, count: number) => {
  for (let n = from; n < from + count; n += 1) await search(n);
};
const later = (minutes: number) => ({ now: new Date(ctx.now.getTime() + minutes * MINUTE) });

test('the thirty-first SSN of an hour is refused, and says when to try again', async () => {
  await many(0, MAX_SSNS_AN_HOUR);
  const refusal = await search(99, later(10)).catch((error) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  expect(refusal).toMatchObject({ retryAfterSeconds: 50 * 60 });
  expect(refusal.message).toContain('50 min');
  expect(await search(99, later(60))).toBe(false);
});

test('the same SSN again is free: a next page, a count, a second look', async () => {
  await many(0, MAX_SSNS_AN_HOUR);
  expect(await search(7, later(30))).toBe(true);
});

test('each user and client has a budget of its own, a job has none', async () => {
  await many(0, MAX_SSNS_AN_HOUR);
  expect(await search(99, { actor: client(2) })).toBe(false);
  expect(await search(99, { actor: { kind: 'system', name: 'Worker' } })).toBe(false);
});

test('fifty at the same moment: thirty are answered', async () => {
  const all = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => search(n)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(MAX_SSNS_AN_HOUR);
});

test('the audit log has who searched and whether somebody was found, never the SSN', async () => {
  await search(7);
  await search(7);
  await search(8);
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ text: string }>(
      tx,
      `select concat_ws(' ', actor_kind, actor_login, action, detail::text) as text
         from audit_event where district_id = $1 order by id`,
      [tx.districtId],
    ),
  );
  expect(rows.map(({ text }) => text)).toEqual([
    'client abc.payroll person.search-ssn {"found": true}',
    'client abc.payroll person.search-ssn {"found": false}',
  ]);
});
