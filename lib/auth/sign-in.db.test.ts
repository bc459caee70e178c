import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import { findSession } from './find-session.ts';
import { hashPassword } from './passwords.ts';
import { type Credentials, signIn } from './sign-in.ts';
import { accountIndex } from './sign-in-limit.ts';
import { storePassword } from './store-password.ts';
import { insertUser, PASSWORD } from './testing/user.ts';

const MINUTE = 60_000;
const after = (ctx: Context, minutes: number): Date => new Date(ctx.now.getTime() + minutes * MINUTE);

const attempt = (ctx: Context, given: Partial<Credentials> = {}, now = ctx.now) =>
  signIn(
    ctx,
    { appName: ctx.district.appName, username: 'pat', password: PASSWORD, address: '192.0.2.7', ...given },
    now,
  );

test('the right password opens a session of that district and user', async () => {
  const ctx = await testDistrict();
  const id = await insertUser(ctx, { rights: ['Synchronization'] });
  const answer = await attempt(ctx);
  if (answer.outcome !== 'signed-in') throw new Error(answer.outcome);
  expect(answer.cookie).toMatch(new RegExp(`^${ctx.district.shortId}\\.[\\w-]{43}$`));
  expect(await findSession(ctx.db, answer.cookie, { now: ctx.now })).toMatchObject({
    user: { id, name: 'Pat Simpson' },
    district: { appName: ctx.district.appName },
    rights: ['Synchronization'],
  });
});

test('signing in again ends the session that the browser brought, a failed attempt does not', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  const first = await attempt(ctx);
  if (first.outcome !== 'signed-in') throw new Error(first.outcome);
  const live = async () => (await findSession(ctx.db, first.cookie, { now: ctx.now })) !== undefined;
  await attempt(ctx, { password: 'wrong', presented: first.cookie });
  expect(await live()).toBe(true);
  await attempt(ctx, { presented: first.cookie });
  expect(await live()).toBe(false);
});

test('a temporary password signs nobody in before they choose their own', async () => {
  const ctx = await testDistrict();
  const userId = await insertUser(ctx);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const passwordHash = await hashPassword('temporary for Pat Simpson');
    await storePassword(tx, { userId, passwordHash, temporary: true });
  });
  const temporary = { password: 'temporary for Pat Simpson' };
  expect(await attempt(ctx, temporary)).toEqual({ outcome: 'new-password', refused: 'missing' });
  const refusals = [
    [temporary.password, 'same'],
    ['short', 'tooShort'],
    ['Summer2026Summer2026', 'commonPassword'],
    ['pat simpson 2026', 'commonPassword'],
  ];
  for (const [newPassword, refused] of refusals)
    expect(await attempt(ctx, { ...temporary, newPassword })).toEqual({ outcome: 'new-password', refused });
  expect(await attempt(ctx, { password: 'wrong', newPassword: PASSWORD })).toEqual({ outcome: 'refused' });
  expect((await attempt(ctx, { ...temporary, newPassword: PASSWORD })).outcome).toBe('signed-in');
  expect((await attempt(ctx, temporary)).outcome).toBe('refused');
  expect((await attempt(ctx)).outcome).toBe('signed-in');
});

test('a new password counts for nothing unless it was asked for', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  expect((await attempt(ctx, { newPassword: 'seven otters on a red bicycle' })).outcome).toBe('signed-in');
  expect((await attempt(ctx)).outcome).toBe('signed-in');
});

test('a username is recognised however it is capitalised, with blanks around it', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  expect((await attempt(ctx, { username: ' Pat ' })).outcome).toBe('signed-in');
});

test.each([
  ['a wrong password', { password: 'wrong' }],
  ['an unknown user', { username: 'nobody' }],
  ['an unknown district', { appName: 'nowhere' }],
  ['a disabled user', { username: 'gone' }],
  ['a password of a megabyte', { password: 'x'.repeat(1_000_000) }],
  ['nothing', { username: '', password: '' }],
])('%s is refused in the same words', async (_, given) => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  await insertUser(ctx, { username: 'gone', disabledAt: ctx.now });
  expect(await attempt(ctx, given)).toEqual({ outcome: 'refused' });
});

test('another district’s user is unknown here', async () => {
  const [here, there] = [await testDistrict(), await testDistrict()];
  await insertUser(there);
  expect((await attempt(here)).outcome).toBe('refused');
  expect((await attempt(there)).outcome).toBe('signed-in');
});

test('ten failures in 15 minutes: the account waits, from that address, and not for good', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  for (let i = 0; i < 10; i += 1) expect((await attempt(ctx, { password: 'wrong' })).outcome).toBe('refused');
  expect(await attempt(ctx)).toEqual({ outcome: 'wait', minutes: 15 });
  expect(await attempt(ctx, {}, after(ctx, 10))).toEqual({ outcome: 'wait', minutes: 5 });
  expect((await attempt(ctx, { address: '198.51.100.1' })).outcome).toBe('signed-in');
  expect((await attempt(ctx, { username: 'someone' })).outcome).toBe('refused');
  expect((await attempt(ctx, {}, after(ctx, 15))).outcome).toBe('signed-in');
});

test('the answer to wait does not show whether the account exists', async () => {
  const ctx = await testDistrict();
  for (let i = 0; i < 10; i += 1) await attempt(ctx, { username: 'nobody' });
  expect((await attempt(ctx, { username: 'NOBODY' })).outcome).toBe('wait');
});

test('a hundred failures from an address: who never signed in from there waits, who did does not', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  await insertUser(ctx, { username: 'office' });
  const at = (minutes: number) => after(ctx, minutes);
  expect((await attempt(ctx, { username: 'office' })).outcome).toBe('signed-in');
  for (let i = 0; i < 100; i += 1)
    expect((await attempt(ctx, { username: `name${i}` })).outcome, `${i}`).toBe('refused');
  expect(await attempt(ctx)).toEqual({ outcome: 'wait', minutes: 15 });
  expect(await attempt(ctx, { username: 'nobody' })).toEqual({ outcome: 'wait', minutes: 15 });
  expect((await attempt(ctx, { username: 'OFFICE' })).outcome).toBe('signed-in');
  expect((await attempt(ctx, { address: '198.51.100.1' })).outcome).toBe('signed-in');
  expect((await attempt(ctx, {}, at(15))).outcome).toBe('signed-in');
});

test('thirty attempts side by side are no more than ten', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(ctx, { password: 'wrong' })));
  expect(answers.filter(({ outcome }) => outcome === 'refused').length).toBeLessThanOrEqual(10);
});

test('a success forgets the failures before it', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 9; i += 1) await attempt(ctx, { password: 'wrong' });
    expect((await attempt(ctx)).outcome).toBe('signed-in');
  }
});

test('a success clears away what the limit no longer looks at, of everybody, and nothing else', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  const left = async () =>
    (
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRows<{ username: string }>(tx, 'select username from sign_in_failure where district_id = $1', [
          tx.districtId,
        ]),
      )
    ).map(({ username }) => username);
  const kept = (username: string) => accountIndex(ctx.keys, ctx.district.id, username);
  await attempt(ctx, { username: 'long-ago' });
  await attempt(ctx, { username: 'just-now' }, after(ctx, 10));
  expect((await left()).sort()).toEqual([kept('just-now'), kept('long-ago')].sort());
  await attempt(ctx, {}, after(ctx, 15));
  expect(await left()).toEqual([kept('just-now')]);
});

const failuresOf = (ctx: Context) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ target: string | null; address: string; detail: unknown }>(
      tx,
      `select target, address, detail from audit_event
        where district_id = $1 and action = 'sign in failed' order by occurred_at, target nulls last`,
      [tx.districtId],
    ),
  );

test('a failed sign-in is in the audit log, with the account that was meant and the address, never with what was typed', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  await attempt(ctx, { username: ' PAT ', password: 'a wrong secret' });
  await attempt(ctx, { username: 'my password by mistake' });
  expect(await failuresOf(ctx)).toEqual([
    { target: 'pat', address: '192.0.2.7', detail: { wrong: 'password' } },
    { target: null, address: '192.0.2.7', detail: { wrong: 'password' } },
  ]);
});

test('a flood of failures is one event per account and address in 15 minutes, and of unknown names one per address', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  for (let i = 0; i < 12; i += 1) {
    await attempt(ctx, { password: 'wrong' }, after(ctx, i / 10));
    await attempt(ctx, { username: `nobody ${i}` }, after(ctx, i / 10));
  }
  expect(await failuresOf(ctx)).toHaveLength(2);
  await attempt(ctx, { password: 'wrong', address: '198.51.100.1' });
  await attempt(ctx, { password: 'wrong' }, after(ctx, 20));
  expect((await failuresOf(ctx)).map(({ target }) => target)).toEqual(['pat', 'pat', null, 'pat']);
});

test('a right password leaves no failure in the audit log', async () => {
  const ctx = await testDistrict();
  await insertUser(ctx);
  await attempt(ctx);
  expect(await failuresOf(ctx)).toEqual([]);
});
