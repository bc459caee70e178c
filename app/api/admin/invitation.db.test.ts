import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { acceptInvitation } from '../../../lib/auth/accept-invitation.ts';
import { findSession } from '../../../lib/auth/find-session.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { stepOf, totpCode } from '../../../lib/auth/totp.ts';
import type { Context } from '../../../lib/context.ts';
import { type TestServer, testServer } from '../../../lib/http/testing/vendor.ts';
import { deliver, mailsOf } from '../../../lib/mail/testing/delivery.ts';
import { startSmtp } from '../../../lib/mail/testing/smtp.ts';
import { fromBase32 } from './testing/base32.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const OWN = 'seven otters on a red bicycle';
const HOUR = 3_600_000;
let ctx: Context;
let server: TestServer;
let admin: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  server = testServer();
  admin = adminCaller(server, await signedIn(ctx, { username: 'admin', rights: ['User Security'] }));
});

const invite = async () => {
  const { status, body } = await admin('POST', '/users', { username: 'kim', name: 'Kim Lee', rights: [] });
  expect(status).toBe(201);
  return { id: body.id as string, token: body.invitation.token as string };
};
const accept = (invitation: string, given: { newPassword?: string; code?: string } = {}, after = 0) =>
  acceptInvitation(
    ctx,
    { invitation, newPassword: OWN, address: '192.0.2.9', ...given },
    new Date(server.now().getTime() + after),
  );
const enter = async (username: string, password: string) => {
  const { appName } = ctx.district;
  return (await signIn(ctx, { appName, username, password, address: '192.0.2.8' }, server.now())).outcome;
};
const events = async (like: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(
      tx,
      `select action, target, detail from audit_event where district_id = $1 and action like $2 order by id`,
      [tx.districtId, like],
    ),
  );

test('a new user without a password chooses one by the link, is signed in, and the link is used up', async () => {
  const { token } = await invite();
  expect(await enter('kim', OWN)).toBe('refused');
  const signed = await accept(token);
  if (signed.outcome !== 'signed-in') throw new Error(signed.outcome);
  expect(await findSession(ctx.db, signed.cookie, { now: server.now() })).toMatchObject({
    user: { username: 'kim' },
  });
  expect(await enter('kim', OWN)).toBe('signed-in');
  expect(await accept(token)).toEqual({ outcome: 'refused' });
  expect(await events('invitation.%')).toEqual([
    { action: 'invitation.used', target: 'kim', detail: null },
    { action: 'invitation.refused', target: 'kim', detail: { reason: 'used' } },
  ]);
  expect(await events('user.create')).toMatchObject([{ detail: { by: 'link' } }]);
});

test('of two who use a link at once, one is signed in', async () => {
  const { token } = await invite();
  const outcomes = (await Promise.all([accept(token), accept(token)])).map(({ outcome }) => outcome);
  expect(outcomes.sort()).toEqual(['refused', 'signed-in']);
});

test('unknown, made up, expired and another district’s get one answer; it works until 72 hours have passed', async () => {
  const { token } = await invite();
  const [shortId, secret = ''] = token.split('.');
  const theirs = (await testDistrict()).district.shortId;
  for (const bad of ['', 'none', `${shortId}.${'A'.repeat(43)}`, `${theirs}.${secret}`, `nobody.${secret}`])
    expect(await accept(bad), bad).toEqual({ outcome: 'refused' });
  expect(await accept(token, {}, 72 * HOUR)).toEqual({ outcome: 'refused' });
  expect(await events('invitation.refused')).toMatchObject([{ detail: { reason: 'expired' } }]);
  expect((await accept(token, {}, 72 * HOUR - 1)).outcome).toBe('signed-in');
});

test.each([
  ['a newer link', async (id: string) => admin('POST', `/users/${id}/invitation`)],
  [
    'a temporary password',
    async (id: string) => admin('POST', `/users/${id}/password`, { password: PASSWORD }),
  ],
  [
    'disabling the user',
    async (id: string) => {
      const edit = { name: 'Kim Lee', rights: [] };
      await admin('PUT', `/users/${id}`, { ...edit, disabled: true });
      return admin('PUT', `/users/${id}`, { ...edit, disabled: false });
    },
  ],
])('%s withdraws the link', async (_, withdraw) => {
  const { id, token } = await invite();
  expect((await withdraw(id)).status).toBeLessThan(300);
  expect(await accept(token)).toEqual({ outcome: 'refused' });
});

test('ten links that do not work, and every one from that address has to wait', async () => {
  const { token } = await invite();
  const bad = `${ctx.district.shortId}.${'A'.repeat(43)}`;
  for (let i = 0; i < 10; i += 1) expect((await accept(bad)).outcome).toBe('refused');
  expect((await accept(bad)).outcome).toBe('wait');
  expect((await accept(token)).outcome).toBe('wait');
  expect((await accept(token, {}, HOUR / 4)).outcome).toBe('signed-in');
});

test.each([
  [undefined, 'missing'],
  ['short', 'tooShort'],
  ['Kim Lee Kim Lee 2026', 'commonPassword'],
])('the password %s is refused, and the link stays', async (newPassword, refused) => {
  const { token } = await invite();
  expect(await accept(token, { newPassword })).toEqual({ outcome: 'new-password', refused });
  expect((await accept(token)).outcome).toBe('signed-in');
});

test('Reset by link: signed out at once, no password works until the link is used; the code is still asked for', async () => {
  const pat = adminCaller(server, await signedIn(ctx, { username: 'pat' }));
  const { body } = await pat('POST', '/account/second-factor');
  const code = () => totpCode(fromBase32(body.key), stepOf(server.now()));
  await pat('POST', '/account/second-factor/on', { code: code() });
  server.clock.now = new Date(server.now().getTime() + 60_000);
  const { data } = (await admin('GET', '/users')).body;
  const { id } = data.find(({ username }: { username: string }) => username === 'pat');
  const made = await admin('POST', `/users/${id}/invitation`);
  expect(made.status).toBe(201);
  const { token } = made.body;
  expect((await pat('GET', '/account')).status).toBe(401);
  expect(await enter('pat', PASSWORD)).toBe('refused');
  expect(await accept(token)).toEqual({ outcome: 'code', wrong: false });
  expect(await accept(token, { code: '000000x' })).toEqual({ outcome: 'code', wrong: true });
  expect((await accept(token, { code: code() })).outcome).toBe('signed-in');
});

test('one’s own password is not reset by link', async () => {
  const { data } = (await admin('GET', '/users?search=admin')).body;
  expect(data).toHaveLength(1);
  expect((await admin('POST', `/users/${data[0].id}/invitation`)).status).toBe(409);
});

test('of the token only its hash is stored', async () => {
  const { token } = await invite();
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select i::text as text from invitation i where district_id = $1', [tx.districtId]),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(Buffer.from(token.split('.')[1] ?? '').toString('hex'));
  expect(JSON.stringify(rows)).not.toContain(token.split('.')[1]);
});

describe('by e-mail', () => {
  const EMAIL = 'kim@example.org';
  const inviteTo = async (email: string | null) => {
    const asked = { username: 'kim', name: 'Kim Lee', email, rights: [] };
    const { status, body } = await admin('POST', '/users', asked);
    expect(status).toBe(201);
    return body;
  };
  /** The token in the one e-mail that goes out now. */
  async function delivered(): Promise<string> {
    const smtp = await startSmtp();
    onTestFinished(() => smtp.close());
    await deliver({ ...ctx, now: server.now() }, smtp.url);
    expect(smtp.received.map(({ to }) => to)).toEqual([[EMAIL]]);
    const text = (smtp.received[0]?.source ?? '').replaceAll('=\r\n', '');
    return /\/campus\/invitation#([\w.=-]+)/.exec(text)?.[1]?.replaceAll('=3D', '=') ?? '';
  }

  test('a new user with an address gets the link by e-mail, and the admin does not see it', async () => {
    server.sendsMail = true;
    const user = await inviteTo(` ${EMAIL} `);
    expect(user).toMatchObject({ email: EMAIL, invitation: { token: null, emailedTo: EMAIL } });
    expect(await mailsOf(ctx)).toMatchObject([{ type: 'invitation', sealed: true }]);
    const token = await delivered();
    expect(JSON.stringify(await mailsOf(ctx))).not.toContain(token);
    expect((await accept(token)).outcome).toBe('signed-in');
    expect(await events('user.create')).toMatchObject([{ detail: { by: 'e-mail', email: EMAIL } }]);
  });

  test('a reset goes by e-mail, too; its link replaces the first', async () => {
    server.sendsMail = true;
    const { id } = await inviteTo(EMAIL);
    const first = await delivered();
    const { status, body } = await admin('POST', `/users/${id}/invitation`);
    expect([status, body]).toMatchObject([201, { token: null, emailedTo: EMAIL }]);
    const second = await delivered();
    expect((await accept(first)).outcome).toBe('refused');
    expect((await accept(second)).outcome).toBe('signed-in');
  });

  test('without an address, without e-mail and for a disabled user the admin gets the link', async () => {
    const { id } = await inviteTo(EMAIL);
    server.sendsMail = true;
    const edit = { name: 'Kim Lee', rights: [], disabled: true };
    expect((await admin('PUT', `/users/${id}`, edit)).body).toMatchObject({ email: EMAIL });
    const shown = { token: expect.any(String), emailedTo: null };
    expect((await admin('POST', `/users/${id}/invitation`)).body).toMatchObject(shown);
    const cleared = await admin('PUT', `/users/${id}`, { ...edit, disabled: false, email: '' });
    expect(cleared.body).toMatchObject({ email: null });
    expect((await admin('POST', `/users/${id}/invitation`)).body).toMatchObject(shown);
    expect(await mailsOf(ctx)).toEqual([]);
  });

  test.each(['kim', 'kim@', 'kim@example.org, pat@example.org', 'kim@example.org\r\nBcc: x@example.org'])(
    'the address %j is refused',
    async (email) => {
      const { status, body } = await admin('POST', '/users', {
        username: 'kim',
        name: 'Kim',
        email,
        rights: [],
      });
      expect([status, body.errors]).toMatchObject([422, [{ pointer: '/email', code: 'invalid' }]]);
    },
  );
});
