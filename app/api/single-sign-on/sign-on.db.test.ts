import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { findSession } from '../../../lib/auth/find-session.ts';
import { insertUser, signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { testServer } from '../../../lib/http/testing/vendor.ts';
import { addressList } from '../../../lib/outgoing/addresses.ts';
import {
  type ForgedProvider,
  type Forgery,
  OTHER_KEY,
  startForgedProvider,
} from '../../../lib/single-sign-on/testing/forged-provider.ts';
import { insertProvider } from '../../../lib/single-sign-on/testing/provider.ts';
import { testBrowser } from './testing/browser.ts';

const server = testServer({ providerAddresses: addressList(['127.0.0.1']) });
let provider: ForgedProvider;
let ctx: Context;

beforeAll(async () => {
  provider = await startForgedProvider(() => new Date());
});
afterAll(() => provider.stop());
beforeEach(async () => {
  server.clock.now = new Date();
  ctx = await testDistrict({ now: server.clock.now });
  provider.forge({});
  await insertProvider(ctx, { issuer: provider.issuer });
});

const appName = () => ctx.district.appName;
const sql = <T extends object>(text: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<T>(tx, text, [tx.districtId]));
const users = () =>
  sql<{ username: string; rights: string[] }>(
    `select username, array(select t.right from tool_right t where t.district_id = $1 and t.user_id = u.id order by 1)
       as rights from app_user u where district_id = $1 order by username`,
  );

/** A sign-in with an answer that differs from a good one. */
async function signIn(forgery: Forgery = {}, browser = testBrowser(server)) {
  provider.forge(forgery);
  const started = await browser.start(appName());
  const landing = await browser.open(provider.answerTo(started.to.href).href);
  return { browser, landing };
}
const sessionOf = async (cookie: string | undefined) =>
  findSession(ctx.db, cookie, { now: server.clock.now });

describe('a person who comes for the first time', () => {
  test('becomes a user with the rights of their groups, and goes on to the page they wanted', async () => {
    const { browser, landing } = await signIn();
    expect([landing.status, landing.to.pathname]).toEqual([303, '/campus/staff']);
    expect(await sessionOf(browser.session())).toMatchObject({
      user: { username: 'pat', name: 'Pat Simpson' },
      rights: ['Staff'],
      singleSignOn: true,
    });
    const log = await sql<{ action: string; detail: unknown }>(
      'select action, detail from audit_event where district_id = $1 order by id',
    );
    expect(log).toMatchObject([
      { action: 'user.create', detail: { rights: ['Staff'] } },
      { action: 'sign in', detail: { by: 'single sign-on' } },
    ]);
  });

  test('without a group that gives access becomes nobody, and the page says so', async () => {
    const { browser, landing } = await signIn({ claims: { groups: ['pupils'] } });
    expect([landing.to.pathname, landing.problem]).toEqual(['/campus/sign-on-problem', 'noGroup']);
    expect([browser.session(), await users()]).toEqual([undefined, []]);
  });

  test.each([{ preferred_username: undefined }, { preferred_username: 'a b' }])(
    'without a usable username is refused: %j',
    async (claims) => {
      expect((await signIn({ claims })).landing.problem).toBe('noUsername');
    },
  );
});

describe('a person who comes again', () => {
  test('is the same user by the stable name, whatever the username says, with the rights of today’s groups', async () => {
    await signIn();
    await signIn({ claims: { preferred_username: 'someone-else', groups: ['admins'] } });
    expect(await users()).toEqual([{ username: 'pat', rights: ['Error Log', 'Staff', 'User Security'] }]);
  });

  test('who left the groups loses the rights, in open sessions too', async () => {
    const { browser } = await signIn();
    expect((await signIn({ claims: { groups: [] } })).landing.problem).toBe('noGroup');
    expect((await sessionOf(browser.session()))?.rights).toEqual([]);
  });

  test('the last user with User Security keeps it, so that a wrong group locks nobody out', async () => {
    await signIn({ claims: { groups: ['admins'] } });
    await signIn({ claims: { groups: ['office'] } });
    expect(await users()).toEqual([{ username: 'pat', rights: ['Staff', 'User Security'] }]);
  });

  test('a disabled user is refused', async () => {
    await signIn();
    await sql('update app_user set disabled_at = now() where district_id = $1 returning id');
    expect((await signIn()).landing.problem).toBe('disabled');
  });
});

describe('an existing user with the same username', () => {
  test('is not taken over: not without the district’s wish', async () => {
    await insertUser(ctx, { username: 'PAT', rights: ['Staff'] });
    expect((await signIn()).landing.problem).toBe('usernameTaken');
  });

  test('is linked where the district wants it, once', async () => {
    await insertProvider(ctx, { issuer: provider.issuer, linksByUsername: true });
    await insertUser(ctx, { username: 'PAT', rights: ['Addresses'] });
    expect((await signIn()).landing.problem).toBeNull();
    expect(await users()).toEqual([{ username: 'PAT', rights: ['Staff'] }]);
    expect((await signIn({ claims: { sub: 'another' } })).landing.problem).toBe('usernameTaken');
  });

  test('an admin is never linked that way, and nobody by an equal e-mail address', async () => {
    await insertProvider(ctx, { issuer: provider.issuer, linksByUsername: true });
    await insertUser(ctx, { username: 'pat', email: 'x@example.org', rights: ['User Security'] });
    await insertUser(ctx, { username: 'lee', email: 'pat@example.org', rights: ['User Security'] });
    expect((await signIn({ claims: { email_verified: true } })).landing.problem).toBe('usernameTaken');
    const claims = { preferred_username: 'new', email_verified: true };
    expect((await signIn({ claims })).landing.problem).toBeNull();
    expect((await users()).map(({ username }) => username)).toEqual(['lee', 'new', 'pat']);
  });

  test('a username that is an e-mail address links only once it is verified', async () => {
    await insertProvider(ctx, { issuer: provider.issuer, linksByUsername: true });
    await insertUser(ctx, { username: 'pat@example.org' });
    const claims = { preferred_username: 'pat@example.org' };
    expect((await signIn({ claims })).landing.problem).toBe('usernameTaken');
    expect((await signIn({ claims: { ...claims, email_verified: true } })).landing.problem).toBeNull();
  });
});

describe('an answer that is not accepted', () => {
  const past = () => Math.floor(Date.now() / 1000) - 3600;
  test.each<[string, RegExp, () => Forgery]>([
    ['no signature', /not signed in a way/, () => ({ header: { alg: 'none' } })],
    ['a signature by the client secret', /not signed in a way/, () => ({ header: { alg: 'HS256' } })],
    ['a key that is not published', /does not follow/, () => ({ key: OTHER_KEY })],
    [
      'another issuer',
      /another issuer, client or sign-in/,
      () => ({ claims: { iss: 'https://elsewhere.example.org' } }),
    ],
    ['another client', /another issuer, client or sign-in/, () => ({ claims: { aud: 'another' } })],
    ['another nonce', /another issuer, client or sign-in/, () => ({ claims: { nonce: 'another' } })],
    ['no nonce', /does not follow/, () => ({ claims: { nonce: undefined } })],
    ['an expired token', /expired/, () => ({ claims: { exp: past() } })],
    [
      'no ID token',
      /does not follow/,
      () => ({ token: (r) => r.end('{"access_token":"a","token_type":"Bearer"}') }),
    ],
    [
      'metadata of another issuer',
      /metadata names another issuer/,
      () => ({ metadata: { issuer: 'https://elsewhere.example.org' } }),
    ],
    [
      'an oversized answer',
      /more than 1 MiB/,
      () => ({
        token: (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(2 ** 21)),
      }),
    ],
    [
      'a redirect to a cloud’s metadata',
      /answers with a redirect/,
      () => ({ token: (r) => r.writeHead(307, { location: 'http://169.254.169.254/latest' }).end() }),
    ],
  ])('%s', async (_, reason, forgery) => {
    const browser = testBrowser(server);
    const started = await browser.start(appName());
    provider.forge(forgery());
    const { to, problem } = await browser.open(provider.answerTo(started.to.href).href);
    expect(to.pathname).toBe('/campus/sign-on-problem');
    expect(['refused', 'unreachable']).toContain(problem);
    const [event] = await sql<{ detail: { reason: string } }>(
      'select detail from audit_event where district_id = $1',
    );
    expect(event?.detail.reason).toMatch(reason);
    expect([browser.session(), await users()]).toEqual([undefined, []]);
  });

  test('an answer works once', async () => {
    const browser = testBrowser(server);
    const answer = provider.answerTo((await browser.start(appName())).to.href).href;
    expect((await browser.open(answer)).problem).toBeNull();
    expect((await browser.open(answer)).problem).toBe('expired');
  });

  test('in another browser than the one that began it is worth nothing, and leaves the right one its answer', async () => {
    const browser = testBrowser(server);
    const answer = provider.answerTo((await browser.start(appName())).to.href).href;
    expect((await testBrowser(server).open(answer)).problem).toBe('expired');
    const other = testBrowser(server);
    await other.start(appName());
    expect((await other.open(answer)).problem).toBe('expired');
    expect(other.session()).toBeUndefined();
    expect((await browser.open(answer)).problem).toBeNull();
  });

  test.each([
    ['another state', { state: 'x.y' }],
    ['no state', { state: null }],
  ])('%s', async (_, changed) => {
    const browser = testBrowser(server);
    const started = await browser.start(appName());
    expect((await browser.open(provider.answerTo(started.to.href, changed).href)).problem).toBe('expired');
  });

  test('at another district’s address', async () => {
    const other = await testDistrict();
    await insertProvider(other, { issuer: provider.issuer });
    const browser = testBrowser(server);
    const answer = provider.answerTo((await browser.start(appName())).to.href).href;
    const moved = answer.replace(`/${ctx.district.shortId}/`, `/${other.district.shortId}/`);
    expect((await browser.open(moved)).problem).toBe('expired');
  });

  test('after ten minutes', async () => {
    const browser = testBrowser(server);
    const answer = provider.answerTo((await browser.start(appName())).to.href).href;
    server.clock.now = new Date(server.clock.now.getTime() + 10 * 60_000 + 1);
    expect((await browser.open(answer)).problem).toBe('expired');
  });

  test('a refusal by the provider is told and audited', async () => {
    const browser = testBrowser(server);
    const started = await browser.start(appName());
    const changed = { code: null, error: 'access_denied' };
    expect((await browser.open(provider.answerTo(started.to.href, changed).href)).problem).toBe('denied');
    const log = await sql('select action, detail from audit_event where district_id = $1');
    expect(log).toMatchObject([
      {
        action: 'single-sign-on.refused',
        detail: { problem: 'denied', reason: 'The provider answered “access_denied”.' },
      },
    ]);
  });
});

describe('the start', () => {
  test('asks with state, nonce and PKCE for exactly the address of this district', async () => {
    const { to, status } = await testBrowser(server).start(appName());
    expect([status, to.origin, to.pathname]).toEqual([303, provider.issuer, '/authorize']);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `https://campus.example.org/campus/api/single-sign-on/${ctx.district.shortId}/answer`,
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]+\.[\w-]{43}$/),
    });
  });

  test.each(['https://evil.example.org/campus', '//evil.example.org', 'javascript:alert(1)', '/elsewhere'])(
    'never leads on to %s',
    async (callbackUrl) => {
      const browser = testBrowser(server);
      const started = await browser.start(appName(), callbackUrl);
      const { to } = await browser.open(provider.answerTo(started.to.href).href);
      expect(to.href).toBe('https://campus.example.org/campus');
    },
  );

  test('a district without single sign-on and an unknown one get the same answer', async () => {
    const other = await testDistrict();
    const browser = testBrowser(server);
    for (const name of [other.district.appName, 'nobody'])
      expect((await browser.start(name)).problem).toBe('notOn');
  });

  test('reaches no private address that the operator has not allowed', async () => {
    const strict = testServer({ now: () => new Date() });
    expect((await testBrowser(strict).start(appName())).problem).toBe('unreachable');
  });

  test('a hundred from one address in ten minutes are enough', async () => {
    await sql(
      `insert into provider_visit (district_id, id, purpose, token_hash, browser_hash, return_to, address, started_at, expires_at)
       select $1, gen_random_uuid(), 'signIn', sha256(n::text::bytea), '', '/', '192.0.2.7', now(), now()
         from generate_series(1, 100) n returning id`,
    );
    expect((await testBrowser(server).start(appName())).problem).toBe('tooMany');
  });
});

test('signing in ends the session that the browser had', async () => {
  const before = await signedIn(ctx, { username: 'before' });
  await signIn({}, testBrowser(server, before));
  expect(await sessionOf(before)).toBeUndefined();
});
