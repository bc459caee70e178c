import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { ToolRight } from '../../../lib/access/rights.ts';
import { signIn } from '../../../lib/auth/sign-in.ts';
import { insertUser, PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { sealTotpKey } from '../../../lib/auth/totp.ts';
import type { Context } from '../../../lib/context.ts';
import { testServer } from '../../../lib/http/testing/vendor.ts';
import { addressList } from '../../../lib/outgoing/addresses.ts';
import { resetAdmin } from '../../../lib/setup/reset-admin.ts';
import { redirectUri } from '../../../lib/single-sign-on/addresses.ts';
import {
  OIDC_CLIENT,
  type OidcServer,
  startOidcServer,
  throughProvider,
} from '../../../lib/single-sign-on/testing/oidc-server.ts';
import { type AdminCall, adminCaller } from '../admin/testing/call.ts';
import { testBrowser } from './testing/browser.ts';

const server = testServer({ providerAddresses: addressList(['127.0.0.1']) });
let provider: OidcServer;
let ctx: Context;
let cookie: string;
let call: AdminCall;

beforeAll(async () => {
  ctx = await testDistrict();
  provider = await startOidcServer([redirectUri(server.publicUrl, ctx.district)]);
});
afterAll(() => provider.stop());
beforeEach(async () => {
  server.clock.now = new Date();
  ctx = { ...ctx, now: server.clock.now };
  await sql(
    `with v as (delete from provider_visit where district_id = $1), l as (delete from linked_identity where district_id = $1)
     delete from identity_provider where district_id = $1 returning id`,
  );
  [cookie, call] = await as(['User Security']);
});

let count = 0;
async function as(rights: ToolRight[]): Promise<[cookie: string, call: AdminCall, username: string]> {
  const username = `admin-${++count}`;
  const cookie = await signedIn(ctx, { username, rights });
  return [cookie, adminCaller(server, cookie), username];
}
const sql = <T extends object>(text: string, given: unknown[] = []) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<T>(tx, text, [tx.districtId, ...given]));

const settings = () => ({
  connection: {
    ...{ protocol: 'oidc', issuer: provider.issuer, clientId: OIDC_CLIENT.clientId },
    scopes: 'openid profile email groups',
  },
  claims: { username: 'preferred_username', name: 'name', email: 'email', groups: 'groups' },
  linksByUsername: false,
  groups: [{ group: 'office', rights: ['Staff'] }],
});
const save = (given: object = {}) =>
  call('PUT', '/single-sign-on', { ...settings(), secret: OIDC_CLIENT.clientSecret, ...given });
const switchTo = (given: object) =>
  call('PUT', '/single-sign-on/state', {
    ...{ enabled: true, passwordsOff: false, emergencyAdmins: [] },
    ...given,
  });
const PAT = { sub: 'subject-1', preferred_username: 'pat', name: 'Pat Simpson', groups: ['office'] };

/** Goes to the provider and back, as the page does with what a call answered. */
async function visit(path: string, caller = call, session = cookie) {
  const departure = await caller('POST', path);
  const browser = testBrowser(server, session);
  browser.take(departure.headers.get('set-cookie') ?? '');
  if (departure.status !== 200) throw new Error(JSON.stringify(departure.body));
  return { browser, landing: await browser.open((await throughProvider(departure.body.url)).href) };
}

async function testOf(account: typeof PAT | object) {
  provider.signIn({ sub: 'x', ...account });
  const { landing } = await visit('/single-sign-on/test');
  const id = landing.to.searchParams.get('test');
  return { id, found: (await call('GET', `/single-sign-on/tests/${id}`)).body };
}

/** An admin who can sign in by password and second factor. */
async function insertEmergencyAdmin(username: string): Promise<string> {
  const id = await insertUser(ctx, { username, rights: ['User Security'] });
  const key = sealTotpKey(ctx.keys, ctx.district.id, id, Buffer.alloc(20, 7));
  await sql(
    'update app_user set totp_cipher = $2, totp_since = now() where district_id = $1 and id = $3 returning id',
    [key, id],
  );
  return id;
}
const enter = (username: string) =>
  signIn(ctx, { appName: ctx.district.appName, username, password: PASSWORD, address: '192.0.2.9' }, ctx.now);

describe('the settings', () => {
  test('keep the secret and never show it; another provider needs its own', async () => {
    expect((await save({ secret: undefined })).body.errors).toMatchObject([{ pointer: '/secret' }]);
    expect((await save()).status).toBe(200);
    const { status, body } = await save({ secret: undefined, linksByUsername: true });
    expect([status, body.provider.hasSecret]).toEqual([200, true]);
    expect(JSON.stringify(body)).not.toContain(OIDC_CLIENT.clientSecret);
    const moved = { ...settings().connection, issuer: 'https://evil.example.org' };
    expect((await save({ secret: undefined, connection: moved })).status).toBe(422);
  });

  test.each([
    'http://login.example.org',
    'ftp://login.example.org',
    'login.example.org',
    'http://127.0.0.1.example.org',
  ])('refuse the issuer %s', async (issuer) => {
    const { status, body } = await save({ connection: { ...settings().connection, issuer } });
    expect([status, body.errors[0].pointer]).toEqual([422, '/connection/issuer']);
  });

  test('need User Security, and the password of the last ten minutes', async () => {
    const [, clerk] = await as(['Staff', 'API Credentials']);
    expect((await clerk('GET', '/single-sign-on')).status).toBe(403);
    server.clock.now = new Date(server.clock.now.getTime() + 11 * 60_000);
    expect((await save()).body).toMatchObject({ status: 409, passwordNeeded: true });
  });
});

describe('the test', () => {
  test('is a real sign-in, shows what arrived and what follows, and changes nobody', async () => {
    await save();
    const before = await sql('select id from app_user where district_id = $1');
    const { found } = await testOf(PAT);
    expect(found).toMatchObject({
      ...{ problem: null, result: 'Creates the user pat and signs in.', username: 'pat' },
      ...{ name: 'Pat Simpson', groups: ['office'], rights: ['Staff'] },
    });
    expect(found.claims).toContainEqual({ name: 'sub', value: 'subject-1' });
    expect(await sql('select id from app_user where district_id = $1')).toEqual(before);
  });

  test('says who would be refused, and only to who tested', async () => {
    await save();
    const { id, found } = await testOf({ ...PAT, groups: ['pupils'] });
    expect(found).toMatchObject({ rights: [], result: expect.stringContaining('none of your groups') });
    const [, other] = await as(['User Security']);
    expect((await other('GET', `/single-sign-on/tests/${id}`)).status).toBe(404);
  });

  test('says what is wrong: the client secret', async () => {
    await save({ secret: 'not the secret' });
    expect((await testOf(PAT)).found.problem).toBe(
      'The provider refuses the client ID or the client secret.',
    );
    expect((await switchTo({})).status).toBe(409);
  });

  test('says what is wrong: an address without a provider', async () => {
    await save({ connection: { ...settings().connection, issuer: `${provider.issuer}/elsewhere` } });
    const { status, body } = await call('POST', '/single-sign-on/test');
    expect([status, body.detail]).toEqual([409, expect.stringContaining('Check the issuer')]);
  });
});

describe('switching on', () => {
  test('needs a test that succeeded with these settings', async () => {
    await save();
    expect((await switchTo({})).status).toBe(409);
    await testOf(PAT);
    await save({ secret: OIDC_CLIENT.clientSecret });
    expect((await switchTo({})).status).toBe(409);
    await testOf(PAT);
    expect((await switchTo({})).body.provider).toMatchObject({ enabled: true, passwordsOff: false });
    const browser = testBrowser(server);
    const { to } = await browser.start(ctx.district.appName, '/campus/staff');
    expect((await browser.open((await throughProvider(to.href)).href)).to.pathname).toBe('/campus/staff');
  });

  test('needs a group', async () => {
    await save({ groups: [] });
    await testOf(PAT);
    expect((await switchTo({})).status).toBe(409);
  });
});

describe('passwords off', () => {
  async function turnOff(...names: string[]): Promise<string[]> {
    await save();
    await testOf(PAT);
    const emergencyAdmins = await Promise.all(names.map(insertEmergencyAdmin));
    expect((await switchTo({ passwordsOff: true, emergencyAdmins })).status).toBe(200);
    return emergencyAdmins;
  }

  test('needs an emergency admin with password and second factor, who is not linked', async () => {
    await save();
    await testOf(PAT);
    expect((await switchTo({ passwordsOff: true })).status).toBe(409);
    const id = await insertUser(ctx, { username: `plain-${++count}`, rights: ['User Security'] });
    expect((await switchTo({ passwordsOff: true, emergencyAdmins: [id] })).status).toBe(409);
    expect((await switchTo({ enabled: false, passwordsOff: true })).status).toBe(409);
  });

  test('the password signs in nobody but the emergency admin, who needs a code', async () => {
    await turnOff('night');
    expect((await enter(`admin-${count}`)).outcome).toBe('single-sign-on');
    expect((await enter('night')).outcome).toBe('code');
  });

  test('the last emergency admin stays one', async () => {
    const [id] = await turnOff('last');
    const user = { name: 'Last One', rights: ['User Security'], disabled: false };
    const answers = [
      await call('PUT', `/users/${id}`, { ...user, disabled: true }),
      await call('PUT', `/users/${id}`, { ...user, rights: [] }),
      await call('POST', `/users/${id}/invitation`),
      await call('POST', `/users/${id}/second-factor/remove`),
      await switchTo({ passwordsOff: true, emergencyAdmins: [] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
    expect((await enter('last')).outcome).toBe('code');
  });

  test('the operator’s reset turns passwords on again', async () => {
    await turnOff('reset');
    await resetAdmin(ctx, { username: 'reset' });
    expect((await call('GET', '/single-sign-on')).body.provider.passwordsOff).toBe(false);
  });
});

describe('a signed-in user', () => {
  async function on(): Promise<void> {
    await save({ groups: [{ group: 'office', rights: ['User Security'] }] });
    await testOf(PAT);
    await switchTo({});
  }

  test('links their own user, even an admin, and then signs in by it', async () => {
    await on();
    const [session, caller, username] = await as(['User Security']);
    provider.signIn({ ...PAT, sub: 'admin’s own' });
    expect((await visit('/account/single-sign-on/link', caller, session)).landing.to.pathname).toBe(
      '/campus/account',
    );
    const browser = testBrowser(server);
    const { to } = await browser.start(ctx.district.appName);
    await browser.open((await throughProvider(to.href)).href);
    const own = adminCaller(server, browser.session() ?? '');
    expect((await own('GET', '/account')).body.username).toBe(username);
    const [, , other] = await as(['Staff']);
    expect(other).not.toBe(username);
  });

  test('can’t link an account that is another user’s, nor an emergency admin', async () => {
    await on();
    provider.signIn({ ...PAT, sub: 'taken' });
    const [first, firstCall] = await as(['Staff']);
    await visit('/account/single-sign-on/link', firstCall, first);
    expect((await visit('/account/single-sign-on/link')).landing.problem).toBe('linkedToOther');
    await sql('update app_user set emergency = true where district_id = $1 and username = $2 returning id', [
      `admin-${count - 1}`,
    ]);
    await sql('update app_user set emergency = true where district_id = $1 and username = $2 returning id', [
      (await call('GET', '/account')).body.username,
    ]);
    expect((await visit('/account/single-sign-on/link')).landing.problem).toBe('emergency');
  });

  test('signs in again at the provider where a password would be asked for, with their own account', async () => {
    await on();
    provider.signIn({ ...PAT, sub: 'confirms', preferred_username: 'confirms' });
    const browser = testBrowser(server);
    const { to } = await browser.start(ctx.district.appName);
    await browser.open((await throughProvider(to.href)).href);
    const session = browser.session() ?? '';
    await sql(
      `update session set created_at = created_at - interval '11 minutes', confirmed_at = null
        where district_id = $1 returning id`,
    );
    const own = adminCaller(server, session);
    expect((await own('POST', '/single-sign-on/test')).body).toMatchObject({
      status: 409,
      signOnNeeded: true,
    });
    const departure = await own('POST', '/account/single-sign-on/confirm');
    expect(new URL(departure.body.url).searchParams.get('prompt')).toBe('login');
    expect(new URL(departure.body.url).searchParams.get('max_age')).toBe('0');
    browser.take(departure.headers.get('set-cookie') ?? '');
    const landing = await browser.open((await throughProvider(departure.body.url)).href);
    expect([landing.to.pathname, landing.problem]).toEqual(['/campus/sign-on-done', null]);
    expect(browser.session()).not.toBe(session);
    const fresh = adminCaller(server, browser.session() ?? '');
    expect((await fresh('POST', '/single-sign-on/test')).status).toBe(200);

    provider.signIn({ ...PAT, sub: 'another account' });
    const again = await visit('/account/single-sign-on/confirm', fresh, browser.session());
    expect(again.landing.problem).toBe('otherAccount');
  });

  test('who is unlinked is signed out, and a stranger at the provider', async () => {
    await on();
    provider.signIn({ ...PAT, sub: 'unlinks', preferred_username: 'unlinked' });
    const browser = testBrowser(server);
    const { to } = await browser.start(ctx.district.appName);
    await browser.open((await throughProvider(to.href)).href);
    const [row] = await sql<{ id: string }>(
      `select id from app_user where district_id = $1 and username = 'unlinked'`,
    );
    expect((await call('DELETE', `/users/${row?.id}/single-sign-on`)).status).toBe(204);
    const own = adminCaller(server, browser.session() ?? '');
    expect((await own('GET', '/account')).status).toBe(401);
    expect((await call('DELETE', `/users/${row?.id}/single-sign-on`)).status).toBe(404);
  });
});
