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
