import { expect, test } from 'vitest';
import { textRow, textRows, textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { closeSession } from './close-session.ts';
import { findSession } from './find-session.ts';
import { signedIn } from './testing/user.ts';

const MINUTE = 60_000;
const find = (ctx: Context, cookie: string, minutes = 0, active = true) =>
  findSession(ctx.db, cookie, { now: new Date(ctx.now.getTime() + minutes * MINUTE), active });

test('30 minutes without a sign of life end a session; use keeps it awake, an open page does not', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx);
  expect(await find(ctx, cookie, 29)).toBeDefined();
  expect(await find(ctx, cookie, 58)).toBeDefined();
  expect(await find(ctx, cookie, 80, false)).toBeDefined();
  expect(await find(ctx, cookie, 87, false)).toBeDefined();
  expect(await find(ctx, cookie, 88)).toBeUndefined();
});

test('12 hours end it however busy it is', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx);
  for (let minutes = 20; minutes < 720; minutes += 20) expect(await find(ctx, cookie, minutes)).toBeDefined();
  expect(await find(ctx, cookie, 720)).toBeUndefined();
});

test('a copied cookie does not outlive the sign-out', async () => {
  const ctx = await testDistrict();
  const [cookie, other] = [await signedIn(ctx), await signedIn(ctx, { username: 'sam' })];
  await closeSession(ctx.db, cookie, { now: ctx.now, address: '192.0.2.7' });
  await closeSession(ctx.db, cookie, { now: ctx.now, address: '192.0.2.7' });
  expect(await find(ctx, cookie)).toBeUndefined();
  expect(await find(ctx, other)).toBeDefined();
});

test('a user who is disabled is out at once', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, 'update app_user set disabled_at = $2 where district_id = $1', [tx.districtId, ctx.now]),
  );
  expect(await find(ctx, cookie)).toBeUndefined();
});

test('the token of one district is nothing in another, nor is a made-up one', async () => {
  const [here, there] = [await testDistrict(), await testDistrict()];
  const cookie = await signedIn(here);
  const token = cookie.split('.')[1];
  expect(await find(here, `${there.district.shortId}.${token}`)).toBeUndefined();
  expect(await find(here, `${here.district.shortId}.${'a'.repeat(43)}`)).toBeUndefined();
  expect(await find(here, 'nonsense')).toBeUndefined();
});

test('the database holds no token, only its hash', async () => {
  const ctx = await testDistrict();
  const cookie = await signedIn(ctx);
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<Record<string, unknown>>(tx, 'select * from session where district_id = $1', [tx.districtId]),
  );
  expect(JSON.stringify(row)).not.toContain(cookie.split('.')[1]);
  expect(row?.token_hash).toHaveLength(32);
});

test('signing in and out is in the audit log', async () => {
  const ctx = await testDistrict();
  await closeSession(ctx.db, await signedIn(ctx), { now: ctx.now, address: '192.0.2.7' });
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select actor, action, target from audit_event where district_id = $1 order by id', [
      tx.districtId,
    ]),
  );
  expect(rows).toEqual([
    { actor: 'Simpson, Pat', action: 'sign in', target: 'pat' },
    { actor: 'Simpson, Pat', action: 'sign out', target: 'pat' },
  ]);
});
