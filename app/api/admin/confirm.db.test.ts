import { beforeEach, describe, expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { TOOL_RIGHTS } from '../../../lib/access/rights.ts';
import { insertUser, PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { stepOf, totpCode } from '../../../lib/auth/totp.ts';
import type { Context } from '../../../lib/context.ts';
import { type TestServer, testServer } from '../../../lib/http/testing/vendor.ts';
import { adminEndpoints } from './endpoints.ts';
import { fromBase32 } from './testing/base32.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const MINUTE = 60_000;
const ID = '01900000-0000-7000-8000-000000000000';
const NEW = 'attacker chosen 99 zebra';
let ctx: Context;
let server: TestServer;
let call: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  server = testServer();
  call = adminCaller(server, await signedIn(ctx, { rights: TOOL_RIGHTS }));
});

const pass = (minutes: number) => {
  server.clock.now = new Date(server.now().getTime() + minutes * MINUTE);
};
const confirm = (given: { password: string; code?: string }) => call('POST', '/account/confirm', given);
const own = async (): Promise<string> =>
  (await call('GET', '/users?search=pat')).body.data.find(({ self }: { self: boolean }) => self).id;
const failures = async () => (await call('GET', '/audit?action=account.confirm-failed')).body.data;

/** Every call that gives somebody access, or shows what gives it, and the emergency unlock (RO-5). */
const NEED_IT = [
  ['POST', '/credentials'],
  ['PUT', `/credentials/${ID}`],
  ['POST', `/credentials/${ID}/reveal`],
  ['POST', `/credentials/${ID}/secret`],
  ['POST', `/credentials/${ID}/secrets/${ID}/revoke`],
  ['POST', `/credentials/${ID}/hand-over`],
  ['DELETE', `/credentials/${ID}/hand-over`],
  ['POST', `/credentials/${ID}/test`],
  ['POST', '/users'],
  ['PUT', '/sign-in-policy'],
  ['PUT', `/users/${ID}`],
  ['POST', `/users/${ID}/password`],
  ['POST', `/users/${ID}/invitation`],
  ['POST', `/users/${ID}/second-factor/remove`],
  ['POST', '/account/second-factor'],
  ['POST', '/account/second-factor/on'],
  ['POST', '/account/second-factor/off'],
  ['POST', `/staff/${ID}/unlock`],
  ['POST', '/account/recovery-codes'],
  ['PUT', '/account/mail/address'],
  ['POST', `/account/sessions/${ID}/end`],
  ['POST', '/account/sessions/end-others'],
  ['PUT', '/sync/guards'],
  ['PUT', '/retention'],
  ['POST', '/feeds'],
  ['PUT', `/feeds/${ID}`],
  ['POST', '/feeds/test'],
] as const;

describe('a sign-in older than ten minutes', () => {
  test.each(NEED_IT)('%s %s needs the password', async (method, path) => {
    pass(11);
    const { status, body } = await call(method, path, method === 'PUT' ? {} : undefined);
    expect([status, body.passwordNeeded, body.codeNeeded]).toEqual([409, true, false]);
    await confirm({ password: PASSWORD });
    // One of them has no body in its answer.
    expect((await call(method, path)).body?.passwordNeeded).toBeUndefined();
  });

  test('RO-5 no other call that changes clients, users, single sign-on, one’s factor, sessions or e-mail address, limits of commits, how long data is kept, sources of files, or unlocks a person, is left out', () => {
    const called = ({ method, path }: (typeof adminEndpoints)[number]) => `${method} ${path}`;
    const guarded = adminEndpoints.filter(({ access }) => 'confirmed' in access).map(called);
    const risky = adminEndpoints
      .map(called)
      .filter((one) =>
        /^(?!GET)\w+ \/(?:credentials|users|sign-in-policy|single-sign-on|account\/(?:second-factor|recovery|sessions|mail\/address|single-sign-on\/link)|sync\/guards$|retention$|staff\/.*\/unlock$)|^(?:POST|PUT) \/feeds(?:\/test|\/\{id\})?$/.test(
          one,
        ),
      );
    expect(guarded.sort()).toEqual(risky.sort());
  });
});

describe('POST /account/confirm', () => {
  test('a wrong password is refused and audited, and opens nothing', async () => {
    pass(11);
    const { status, body } = await confirm({ password: 'wrong' });
    expect([status, body.errors[0].pointer]).toEqual([422, '/password']);
    expect((await call('POST', '/users', {})).status).toBe(409);
    expect(await failures()).toMatchObject([{ target: 'pat', detail: { reason: 'password' } }]);
  });

  test('ten wrong passwords, and the right one has to wait', async () => {
    for (let i = 0; i < 10; i += 1) expect((await confirm({ password: 'wrong' })).status).toBe(422);
    const refused = await confirm({ password: PASSWORD });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/Too many/)]);
    pass(15);
    expect((await confirm({ password: PASSWORD })).status).toBe(204);
  });

  test('a user with a second factor also sends a code', async () => {
    const key = fromBase32((await call('POST', '/account/second-factor')).body.key);
    const code = () => totpCode(key, stepOf(server.now()));
    await call('POST', '/account/second-factor/on', { code: code() });
    pass(11);
    expect((await call('POST', '/users', {})).body).toMatchObject({ passwordNeeded: true, codeNeeded: true });
    const without = await confirm({ password: PASSWORD });
    expect([without.status, without.body.errors[0].pointer]).toEqual([422, '/code']);
    expect((await call('POST', '/users', {})).status).toBe(409);
    expect((await confirm({ password: PASSWORD, code: code() })).status).toBe(204);
    expect((await call('POST', '/users', {})).status).toBe(422);
    expect(await failures()).toMatchObject([{ detail: { reason: 'code' } }]);
  });
});

describe('the way around: User Security on oneself', () => {
  test('one’s own password and factor are refused, also right after sign-in', async () => {
    const id = await own();
    const password = await call('POST', `/users/${id}/password`, { password: NEW });
    const factor = await call('POST', `/users/${id}/second-factor/remove`);
    expect([password.status, factor.status]).toEqual([409, 409]);
    expect(password.body.detail).toContain('Your account');
    pass(11);
    expect((await confirm({ password: NEW })).status).toBe(422);
    expect((await confirm({ password: PASSWORD })).status).toBe(204);
  });

  test('another’s reset ends all of that user’s sessions', async () => {
    const kim = adminCaller(server, await signedIn(ctx, { username: 'kim' }));
    const lee = await insertUser(ctx, { username: 'lee' });
    const { data } = (await call('GET', '/users?search=kim')).body;
    expect((await call('POST', `/users/${data[0].id}/second-factor/remove`)).status).toBe(200);
    expect((await kim('GET', '/account')).status).toBe(401);
    expect((await call('POST', `/users/${lee}/password`, { password: NEW })).status).toBe(204);
  });
});
