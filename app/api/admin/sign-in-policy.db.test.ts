import { beforeEach, describe, expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { TOOL_RIGHTS } from '../../../lib/access/rights.ts';
import { acceptInvitation } from '../../../lib/auth/accept-invitation.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { stepOf, totpCode } from '../../../lib/auth/totp.ts';
import type { Context } from '../../../lib/context.ts';
import { Conflict, NotFound } from '../../../lib/failure.ts';
import { type TestServer, testServer } from '../../../lib/http/testing/vendor.ts';
import { COMMAND_LINE } from '../../../lib/setup/command-line.ts';
import { resetAdmin } from '../../../lib/setup/reset-admin.ts';
import { adminEndpoints } from './endpoints.ts';
import { fromBase32 } from './testing/base32.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const MINUTE = 60_000;
const ID = '01900000-0000-7000-8000-000000000000';
let ctx: Context;
let server: TestServer;
let admin: AdminCall;
let kim: AdminCall;

beforeEach(async () => {
  ctx = await testDistrict();
  server = testServer();
  admin = await as('admin');
  kim = await as('kim');
});

const as = async (username: string): Promise<AdminCall> =>
  adminCaller(server, await signedIn(ctx, { username, rights: TOOL_RIGHTS }));
const pass = (ms: number) => {
  server.clock.now = new Date(server.now().getTime() + ms);
};
const turnOn = async (call: AdminCall) => {
  const { body } = await call('POST', '/account/second-factor');
  const code = totpCode(fromBase32(body.key), stepOf(server.now()));
  expect((await call('POST', '/account/second-factor/on', { code })).status).toBe(200);
  pass(MINUTE);
  return () => totpCode(fromBase32(body.key), stepOf(server.now()));
};
const OPERATOR = { kind: 'system', name: COMMAND_LINE } as const;
const doors = (now: Date) => ({
  accept: (invitation: string) =>
    acceptInvitation(
      server,
      { invitation, newPassword: 'seven mild lanterns over a quay', address: '192.0.2.9' },
      now,
    ),
  enter: async (password: string) => {
    const { appName } = ctx.district;
    return (await signIn(server, { appName, username: 'admin', password, address: '192.0.2.9' }, now))
      .outcome;
  },
});
const require = (secondFactorRequired = true) => admin('PUT', '/sign-in-policy', { secondFactorRequired });
const read = async (call = admin) => (await call('GET', '/sign-in-policy')).body;

test('off by default; it counts the active users without a factor', async () => {
  await turnOn(admin);
  await signedIn(ctx, { username: 'gone', disabledAt: ctx.now });
  expect(await read()).toEqual({
    secondFactorRequired: false,
    activeUsers: 2,
    withoutFactor: 1,
    ownFactor: true,
  });
  expect((await kim('GET', '/users')).status).toBe(200);
});

test('an admin without a factor of their own can’t require one', async () => {
  const { status, body } = await require();
  expect([status, body.detail]).toEqual([409, 'Set up your own second factor in Your account first.']);
  await admin('POST', '/account/second-factor');
  expect((await require()).status).toBe(409);
  expect((await read()).secondFactorRequired).toBe(false);
});

describe('once it is required', () => {
  beforeEach(async () => {
    await turnOn(admin);
    expect((await require()).body).toMatchObject({ secondFactorRequired: true, withoutFactor: 1 });
  });

  test('a session that was open before can do nothing but set a factor up', async () => {
    const open: string[] = [];
    for (const { method, path } of adminEndpoints) {
      const { status, body } = await kim(method, path.replace('{section}', 'errors').replace(/\{\w+\}/g, ID));
      if (body?.secondFactorNeeded !== true) open.push(`${method} ${path}`);
      else expect([status, body.detail]).toEqual([403, expect.stringContaining('requires a second factor')]);
    }
    expect(open.sort()).toEqual([
      'GET /account',
      'POST /account/confirm',
      'POST /account/second-factor',
      'POST /account/second-factor/on',
    ]);
  });

  test('with the factor on, everything works as before, at once', async () => {
    await turnOn(kim);
    expect((await kim('GET', '/users')).status).toBe(200);
    expect((await read()).withoutFactor).toBe(0);
  });

  test('the setup asks for the password when the sign-in is older than ten minutes', async () => {
    pass(11 * MINUTE);
    expect((await kim('POST', '/account/second-factor')).body).toMatchObject({
      passwordNeeded: true,
      codeNeeded: false,
    });
    expect((await kim('POST', '/account/confirm', { password: PASSWORD })).status).toBe(204);
    await turnOn(kim);
    expect((await kim('GET', '/users')).status).toBe(200);
  });

  test('nobody turns their own factor off, neither by a code nor by a recovery code', async () => {
    const { body } = await admin('POST', '/account/recovery-codes');
    for (const code of [body.recoveryCodes[0], '123456']) {
      const off = await admin('POST', '/account/second-factor/off', { code });
      expect([off.status, off.body.detail]).toEqual([409, expect.stringContaining('can’t be turned off')]);
    }
    expect((await admin('GET', '/account')).body).toMatchObject({
      secondFactorRequired: true,
      recoveryCodesLeft: 10,
    });
  });

  test('a factor that an admin removed is set up again', async () => {
    await turnOn(kim);
    const { data } = (await admin('GET', '/users?search=kim')).body;
    expect((await admin('POST', `/users/${data[0].id}/second-factor/remove`)).status).toBe(200);
    const again = await ctx.db.inDistrict(ctx.district.id, async () => as('lee'));
    expect((await again('GET', '/users')).body.secondFactorNeeded).toBe(true);
    expect((await kim('GET', '/account')).status).toBe(401);
  });

  test('the only admin without phone and codes gets back in by the operator’s command, and by nothing before', async () => {
    const now = server.now();
    const reset = (username: string) => resetAdmin({ ...ctx, now, actor: OPERATOR }, { username });
    const { username, invitation } = await reset(' ADMIN ');
    expect(username).toBe('admin');
    expect((await admin('GET', '/account')).status).toBe(401);
    const { accept, enter } = doors(now);
    expect(await enter(PASSWORD)).toBe('refused');
    const signed = await accept(invitation.token);
    if (signed.outcome !== 'signed-in') throw new Error(signed.outcome);
    const again = adminCaller(server, signed.cookie);
    expect((await again('GET', '/users')).body.secondFactorNeeded).toBe(true);
    await turnOn(again);
    const { data } = (await again('GET', '/audit?action=user.reset-by-operator')).body;
    expect(data).toMatchObject([{ actor: OPERATOR.name, target: 'admin' }]);
    await expect(reset('nobody')).rejects.toBeInstanceOf(NotFound);
    await signedIn(ctx, { username: 'gone', disabledAt: now });
    await expect(reset('gone')).rejects.toBeInstanceOf(Conflict);
  });

  test('made optional again, nobody is stopped; both changes are audited', async () => {
    expect((await require(true)).status).toBe(200);
    expect((await require(false)).body.secondFactorRequired).toBe(false);
    expect((await kim('GET', '/users')).status).toBe(200);
    const { data } = (await admin('GET', '/audit?search=&action=policy.second-factor-required')).body;
    expect(data).toMatchObject([{ actorLogin: 'admin', detail: { withoutFactor: 1 } }]);
    expect((await admin('GET', '/audit?action=policy.second-factor-optional')).body.data).toHaveLength(1);
  });

  test('another district is not affected', async () => {
    const theirs = await testDistrict();
    const call = adminCaller(server, await signedIn(theirs, { rights: TOOL_RIGHTS }));
    expect((await read(call)).secondFactorRequired).toBe(false);
    expect((await call('GET', '/users')).status).toBe(200);
  });
});
