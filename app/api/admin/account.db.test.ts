import { beforeEach, describe, expect, test } from 'vitest';
import { textRow } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { stepOf, totpCode } from '../../../lib/auth/totp.ts';
import type { Context } from '../../../lib/context.ts';
import { type TestServer, testServer } from '../../../lib/http/testing/vendor.ts';
import { fromBase32 } from './testing/base32.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const MINUTE = 60_000;
const NEW = 'seven otters on a red bicycle';
let ctx: Context;
let server: TestServer;
let call: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  server = testServer();
  call = adminCaller(server, await signedIn(ctx));
});

const pass = (ms: number) => {
  server.clock.now = new Date(server.now().getTime() + ms);
};
const enter = (given: { password?: string; code?: string } = {}) =>
  signIn(
    ctx,
    { appName: ctx.district.appName, username: 'pat', password: PASSWORD, address: '192.0.2.9', ...given },
    server.now(),
  );
const outcome = async (given = {}) => (await enter(given)).outcome;

const begin = async (): Promise<Buffer> =>
  fromBase32((await call('POST', '/account/second-factor')).body.key);
const codeNow = (key: Buffer) => totpCode(key, stepOf(server.now()));

async function withFactor(): Promise<Buffer> {
  const key = await begin();
  expect((await call('POST', '/account/second-factor/on', { code: codeNow(key) })).status).toBe(200);
  pass(MINUTE);
  return key;
}

describe('second factor', () => {
  test('counts once a code of it was sent; then nobody signs in without one', async () => {
    const key = await begin();
    expect(await outcome()).toBe('signed-in');
    const wrong = await call('POST', '/account/second-factor/on', { code: '000000x' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/code']);
    expect((await call('GET', '/account')).body.secondFactorSince).toBeNull();
    await call('POST', '/account/second-factor/on', { code: codeNow(key) });
    expect((await call('GET', '/account')).body.secondFactorSince).toBe(server.now().toISOString());
    expect(await enter()).toEqual({ outcome: 'code', wrong: false });
    pass(MINUTE);
    expect(await enter({ code: '12345' })).toEqual({ outcome: 'code', wrong: true });
    expect(await outcome({ code: codeNow(key) })).toBe('signed-in');
  });

  test('a code opens once, also when two send it at the same time', async () => {
    const key = await withFactor();
    const code = codeNow(key);
    const outcomes = await Promise.all([outcome({ code }), outcome({ code })]);
    expect(outcomes.sort()).toEqual(['code', 'signed-in']);
    expect(await outcome({ code })).toBe('code');
  });

  test('on or off, the other sign-ins end', async () => {
    const elsewhere = async () => {
      const signed = await enter();
      if (signed.outcome !== 'signed-in') throw new Error(signed.outcome);
      return () => adminCaller(server, signed.cookie)('GET', '/account');
    };
    const other = await elsewhere();
    expect((await other()).status).toBe(200);
    await withFactor();
    expect((await other()).status).toBe(401);
    expect((await call('GET', '/account')).status).toBe(200);
  });

  test('a code does not help without the password, which is asked for first', async () => {
    const key = await withFactor();
    expect(await outcome({ password: 'wrong', code: codeNow(key) })).toBe('refused');
  });

  test('ten wrong codes, and the right one has to wait; to be asked for it is no failure', async () => {
    const key = await withFactor();
    for (let i = 0; i < 12; i += 1) expect(await outcome()).toBe('code');
    for (let i = 0; i < 10; i += 1) expect(await outcome({ code: 'no' })).toBe('code');
    expect(await outcome({ code: codeNow(key) })).toBe('wait');
    pass(15 * MINUTE);
    expect(await outcome({ code: codeNow(key) })).toBe('signed-in');
  });

  test('is turned off by a code; the next one can be set up then', async () => {
    const key = await withFactor();
    expect((await call('POST', '/account/second-factor')).status).toBe(409);
    expect((await call('POST', '/account/second-factor/off', { code: '000' })).status).toBe(422);
    expect(await outcome()).toBe('code');
    const off = await call('POST', '/account/second-factor/off', { code: codeNow(key) });
    expect([off.status, off.body.secondFactorSince]).toEqual([200, null]);
    expect(await outcome()).toBe('signed-in');
    expect((await call('POST', '/account/second-factor/off', { code: codeNow(key) })).status).toBe(409);
    expect((await begin()).equals(key)).toBe(false);
  });

  test('its key is stored sealed', async () => {
    const { body } = await call('POST', '/account/second-factor');
    expect(body.uri).toContain(`secret=${body.key}`);
    const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      textRow<{ cipher: Buffer }>(
        tx,
        'select totp_cipher as cipher from app_user where district_id = $1 and totp_cipher is not null',
        [tx.districtId],
      ),
    );
    expect(row?.cipher.includes(fromBase32(body.key))).toBe(false);
  });

  test('lost: User Security removes it, and it is in the audit log', async () => {
    await withFactor();
    const admin = adminCaller(
      server,
      await signedIn({ ...ctx, now: server.now() }, { username: 'admin', rights: ['User Security'] }),
    );
    const users = (await admin('GET', '/users?search=pat')).body.data;
    const pat = users.find(({ username }: { username: string }) => username === 'pat');
    expect(pat.secondFactor).toBe(true);
    const { body } = await admin('POST', `/users/${pat.id}/second-factor/remove`);
    expect(body.secondFactor).toBe(false);
    expect(await outcome()).toBe('signed-in');
    const log = (await admin('GET', '/audit?action=user.remove-second-factor')).body.data;
    expect(log).toMatchObject([{ target: 'pat' }]);
  });
});

describe('recovery codes', () => {
  const turnOn = async () => {
    const key = await begin();
    const { body } = await call('POST', '/account/second-factor/on', { code: codeNow(key) });
    pass(MINUTE);
    return { key, codes: body.recoveryCodes as string[] };
  };

  test('ten are shown once; each signs in once, in any writing', async () => {
    const { codes } = await turnOn();
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    expect(first).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(await outcome({ code: first.toUpperCase().replaceAll('-', ' ') })).toBe('signed-in');
    expect(await outcome({ code: first })).toBe('code');
    const both = await Promise.all([outcome({ code: second }), outcome({ code: second })]);
    expect(both.sort()).toEqual(['code', 'signed-in']);
    const { body } = await call('GET', '/account');
    expect([body.recoveryCodesLeft, body.recoveryCodes]).toEqual([8, undefined]);
  });

  test('a sign-in by one is in the audit log', async () => {
    const { codes } = await turnOn();
    expect(await outcome({ code: codes[0] })).toBe('signed-in');
    const admin = await signedIn(
      { ...ctx, now: server.now() },
      { username: 'admin', rights: ['User Security'] },
    );
    const log = (await adminCaller(server, admin)('GET', '/audit?action=sign in')).body.data;
    expect(log.map(({ detail }: { detail: unknown }) => detail)).toContainEqual({ code: 'recovery code' });
  });

  test('new ones take the place of all earlier ones', async () => {
    const { codes } = await turnOn();
    const { status, body } = await call('POST', '/account/recovery-codes');
    expect([status, body.recoveryCodes.length, body.recoveryCodesLeft]).toEqual([200, 10, 10]);
    expect(await outcome({ code: codes[0] })).toBe('code');
    expect(await outcome({ code: body.recoveryCodes[0] })).toBe('signed-in');
  });

  test('one turns the second factor off, and all go with it', async () => {
    const { codes } = await turnOn();
    const off = await call('POST', '/account/second-factor/off', { code: codes[0] });
    expect([off.status, off.body.recoveryCodesLeft]).toEqual([200, 0]);
    expect((await call('POST', '/account/recovery-codes')).status).toBe(409);
    const key = await begin();
    await call('POST', '/account/second-factor/on', { code: codeNow(key) });
    expect(await outcome({ code: codes[1] })).toBe('code');
  });

  test('none turns a second factor on', async () => {
    const { codes } = await turnOn();
    await call('POST', '/account/second-factor/off', { code: codes[0] });
    await begin();
    expect((await call('POST', '/account/second-factor/on', { code: codes[1] })).status).toBe(422);
  });
});

describe('where one is signed in', () => {
  const list = async () => (await call('GET', '/account/sessions')).body.data;
  const signInAgain = async (given = {}) => {
    const signed = await enter(given);
    if (signed.outcome !== 'signed-in') throw new Error(signed.outcome);
    return adminCaller(server, signed.cookie);
  };

  test('each place with its address and browser, the last used first, this one marked', async () => {
    pass(MINUTE);
    await signInAgain({ browser: 'Firefox on Windows' });
    expect(await list()).toMatchObject([
      { address: '192.0.2.9', browser: 'Firefox on Windows', current: false },
      { address: '192.0.2.7', browser: null, current: true },
    ]);
  });

  test('one is ended, and only one’s own', async () => {
    const other = await signInAgain();
    const [{ id }] = (await list()).filter(({ current }: { current: boolean }) => !current);
    const stranger = adminCaller(
      server,
      await signedIn({ ...ctx, now: server.now() }, { username: 'admin', rights: ['User Security'] }),
    );
    expect((await stranger('POST', `/account/sessions/${id}/end`)).status).toBe(404);
    expect((await other('GET', '/account')).status).toBe(200);
    expect((await call('POST', `/account/sessions/${id}/end`)).status).toBe(204);
    expect((await other('GET', '/account')).status).toBe(401);
    expect((await call('POST', `/account/sessions/${id}/end`)).status).toBe(404);
    expect(await list()).toHaveLength(1);
  });

  test('all others are ended at once', async () => {
    const others = [await signInAgain(), await signInAgain()];
    expect((await call('POST', '/account/sessions/end-others')).status).toBe(204);
    for (const other of others) expect((await other('GET', '/account')).status).toBe(401);
    expect(await list()).toMatchObject([{ current: true }]);
  });

  test('entering the password changes the cookie; a copy of the old one ends in seconds, and opens nothing more', async () => {
    const cookie = await signedIn({ ...ctx, now: server.now() }, { username: 'copied' });
    const [owner, copy] = [adminCaller(server, cookie), adminCaller(server, cookie)];
    pass(11 * MINUTE);
    const { headers } = await owner('POST', '/account/confirm', { password: PASSWORD });
    expect(headers.get('set-cookie')).toMatch(
      /^__Secure-campus-session=[\w.-]+; Path=\/campus; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect((await copy('POST', '/account/second-factor')).body.passwordNeeded).toBe(true);
    expect((await owner('GET', '/account/sessions')).body.data).toMatchObject([{ current: true }]);
    pass(11_000);
    expect((await copy('GET', '/account')).status).toBe(401);
    expect((await owner('POST', '/account/second-factor')).status).toBe(200);
  });
});

describe('one’s own password', () => {
  const change = (current: string, password = NEW) =>
    call('POST', '/account/password', { current, password });

  test('changes against the present one; other sign-ins end', async () => {
    const elsewhere = await enter();
    if (elsewhere.outcome !== 'signed-in') throw new Error(elsewhere.outcome);
    expect((await change(PASSWORD)).status).toBe(204);
    expect((await call('GET', '/account')).status).toBe(200);
    expect((await adminCaller(server, elsewhere.cookie)('GET', '/account')).status).toBe(401);
    expect([await outcome(), await outcome({ password: NEW })]).toEqual(['refused', 'signed-in']);
  });

  test.each([
    ['wrong', NEW, '/current'],
    [PASSWORD, 'passwordpassword', '/password'],
    [PASSWORD, 'short', '/password'],
  ])('%s for %s is refused at %s', async (current, password, pointer) => {
    const { status, body } = await change(current, password);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    expect(await outcome()).toBe('signed-in');
  });

  test('also needs a code of one’s second factor', async () => {
    const key = await withFactor();
    const { status, body } = await change(PASSWORD);
    expect([status, body.errors[0].pointer]).toEqual([422, '/code']);
    const given = { current: PASSWORD, password: NEW, code: codeNow(key) };
    expect((await call('POST', '/account/password', given)).status).toBe(204);
  });

  test('ten wrong ones, and the right one has to wait', async () => {
    for (let i = 0; i < 10; i += 1) expect((await change('wrong')).status).toBe(422);
    expect((await change(PASSWORD)).status).toBe(409);
  });
});
