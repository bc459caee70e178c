import { beforeEach, describe, expect, test } from 'vitest';
import { testDistrict } from '../../../db/testing/district.ts';
import { findSession } from '../../../lib/auth/find-session.ts';
import { insertUser } from '../../../lib/auth/testing/user.ts';
import {
  derOf,
  forgeSamlAnswer,
  OTHER_SAML_KEYS,
  SAML_ISSUER,
  SAML_KEYS,
  SAML_SIGN_ON_URL,
  samlRequestIn,
} from '../../../lib/single-sign-on/testing/forged-saml.ts';
import { insertSamlProvider } from '../../../lib/single-sign-on/testing/provider.ts';
import { testBrowser } from './testing/browser.ts';
import { type SamlVisitor, samlVisitor } from './testing/saml-visitor.ts';

let visitor: SamlVisitor;
beforeEach(async () => {
  visitor = await samlVisitor();
});

describe('the request', () => {
  test('goes to the provider’s address, for exactly this district', async () => {
    const { url } = await visitor.start();
    expect(url.startsWith(`${SAML_SIGN_ON_URL}?`)).toBe(true);
    const address = `https://campus.example.org/campus/api/single-sign-on/${visitor.ctx.district.shortId}`;
    const { xml, ...request } = samlRequestIn(url);
    expect(request).toMatchObject({ acsUrl: `${address}/answer`, issuer: `${address}/metadata` });
    expect(request.id).toMatch(/^_[0-9a-f]{64}$/);
    expect(xml).toContain('nameid-format:persistent');
    expect(xml).not.toContain('ForceAuthn');
    // SAML Bindings §3.4.3: 80 bytes at most.
    expect(request.relayState.length).toBeLessThanOrEqual(80);
  });

  test('two have nothing in common', async () => {
    const [one, other] = [
      samlRequestIn((await visitor.start()).url),
      samlRequestIn((await visitor.start()).url),
    ];
    expect(one.id).not.toBe(other.id);
    expect(one.relayState).not.toBe(other.relayState);
  });
});

describe('a person', () => {
  test('comes in with the rights of their groups, and goes on to the page they wanted', async () => {
    const { browser, landing } = await visitor.signIn({ attributes: { groups: ['pupils', 'office'] } });
    expect([landing.status, landing.to.pathname]).toEqual([303, '/campus/staff']);
    expect(
      await findSession(visitor.ctx.db, browser.session(), { now: visitor.server.clock.now }),
    ).toMatchObject({
      user: { username: 'pat', name: 'Pat Simpson' },
      rights: ['Staff'],
      singleSignOn: true,
    });
    const [visit] = await visitor.sql(
      'select answer, finished_at from provider_visit where district_id = $1',
    );
    expect(visit).toMatchObject({ answer: null, finished_at: expect.anything() });
  });

  test('is the same user by the NameID, whatever the username says, and whatever stands in it', async () => {
    await visitor.signIn();
    const comment = (xml: string) => xml.replace('>subject<', '>sub<!-- cut here -->ject<');
    await visitor.signIn({ attributes: { username: 'another', groups: ['admins'] }, afterwards: comment });
    expect(await visitor.users()).toMatchObject([
      { username: 'pat', rights: ['Error Log', 'Staff', 'User Security'] },
    ]);
  });

  test('without a group that gives access is refused', async () => {
    expect((await visitor.signIn({ attributes: { groups: ['pupils'] } })).landing.problem).toBe('noGroup');
  });

  test('gets an e-mail address only if the provider vouches for it', async () => {
    await visitor.signIn();
    await visitor.signIn({ nameId: 'lee', attributes: { username: 'lee', email_verified: 'true' } });
    expect(await visitor.users()).toMatchObject([
      { username: 'lee', email: 'pat@example.org' },
      { username: 'pat', email: null },
    ]);
  });

  test('is linked by the username where the district wants it, an admin never', async () => {
    await insertSamlProvider(visitor.ctx, { linksByUsername: true });
    await insertUser(visitor.ctx, { username: 'pat', rights: ['Addresses'] });
    await insertUser(visitor.ctx, { username: 'lee', rights: ['User Security'] });
    expect((await visitor.signIn()).landing.problem).toBeNull();
    expect((await visitor.signIn({ nameId: 'l', attributes: { username: 'lee' } })).landing.problem).toBe(
      'usernameTaken',
    );
  });

  test('comes in by an answer whose response is signed too, and with the provider’s next key', async () => {
    await insertSamlProvider(visitor.ctx, {
      connection: { certificates: [derOf(OTHER_SAML_KEYS.cert), derOf(SAML_KEYS.cert)] },
    });
    expect((await visitor.signIn({ signs: ['assertion', 'response'] })).landing.problem).toBeNull();
    expect((await visitor.signIn({ key: OTHER_SAML_KEYS.key })).landing.problem).toBeNull();
  });
});

describe('the stable name', () => {
  const transient = { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' };
  const unspecified = { format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified' };

  test('is no transient NameID, and without a choice only a persistent one', async () => {
    expect((await visitor.refusalOf(transient)).reason).toMatch(/new at each sign-in/);
    await insertSamlProvider(visitor.ctx, { connection: { identity: 'NameID' } });
    expect((await visitor.signIn(transient)).landing.problem).toBe('refused');
    expect((await visitor.signIn(unspecified)).landing.problem).toBeNull();
  });

  test('is no NameID that is not marked as persistent', async () => {
    expect((await visitor.refusalOf(unspecified)).reason).toMatch(/not marked as persistent/);
  });

  test('is the chosen attribute, with one value', async () => {
    await insertSamlProvider(visitor.ctx, { connection: { identity: 'employee' } });
    expect((await visitor.refusalOf(transient)).reason).toMatch(/missing, or has several values/);
    expect((await visitor.signIn({ attributes: { employee: ['1', '2'] } })).landing.problem).toBe('refused');
    const seven = { employee: '7' };
    await visitor.signIn({ ...transient, attributes: seven });
    await visitor.signIn({ ...transient, nameId: 'other', attributes: { ...seven, username: 'changed' } });
    expect(await visitor.users()).toMatchObject([{ username: 'pat' }]);
    // What was an attribute's value is nobody's NameID.
    await insertSamlProvider(visitor.ctx);
    expect((await visitor.signIn({ nameId: '7' })).landing.problem).toBe('usernameTaken');
  });
});

describe('an answer belongs to one visit', () => {
  test('and works once', async () => {
    const { browser, url } = await visitor.start();
    const answer = forgeSamlAnswer(url);
    expect((await browser.answer(answer)).problem).toBeNull();
    expect((await browser.answer(answer)).problem).toBe('expired');
    const second = await visitor.start(browser);
    const { RelayState = '' } = forgeSamlAnswer(second.url).form;
    const replayed = { ...answer, form: { ...answer.form, RelayState } };
    expect((await browser.answer(replayed)).problem).toBe('refused');
  });

  test('the first one posted stays', async () => {
    const { browser, url } = await visitor.start();
    const first = await browser.post(forgeSamlAnswer(url));
    const late = await browser.post(forgeSamlAnswer(url, { attributes: { groups: ['admins'] } }));
    expect(late.problem).toBe('expired');
    await browser.open(first.to.href);
    expect(await visitor.users()).toMatchObject([{ username: 'pat', rights: ['Staff'] }]);
  });

  test('in another browser than the one that began it is worth nothing, and leaves the right one its answer', async () => {
    const { browser, url } = await visitor.start();
    const { to } = await browser.post(forgeSamlAnswer(url));
    const { browser: other } = await visitor.start();
    for (const stranger of [testBrowser(visitor.server), other]) {
      expect((await stranger.open(to.href)).problem).toBe('expired');
      expect(stranger.session()).toBeUndefined();
    }
    expect((await browser.open(to.href)).problem).toBeNull();
  });

  test.each([
    ['without a RelayState', ''],
    ['with the provider’s own RelayState', 'https://campus.example.org/campus'],
  ])('one that nobody asked for is refused, and says where to start: %s', async (_, RelayState) => {
    const { browser, url } = await visitor.start();
    const { form, ...rest } = forgeSamlAnswer(url);
    const { to, problem } = await browser.answer({ ...rest, form: { ...form, RelayState } });
    expect(problem).toBe('unsolicited');
    expect(to.searchParams.get('appName')).toBe(visitor.ctx.district.appName);
  });

  test('at another district’s address', async () => {
    const other = await testDistrict();
    await insertSamlProvider(other);
    const { browser, url } = await visitor.start();
    const answer = forgeSamlAnswer(url);
    const moved = answer.url.replace(`/${visitor.ctx.district.shortId}/`, `/${other.district.shortId}/`);
    expect((await browser.answer({ ...answer, url: moved })).problem).toBe('expired');
  });

  test('one that another district’s provider made for its own address', async () => {
    const other = await testDistrict();
    const acsUrl = samlRequestIn((await visitor.start()).url).acsUrl.replace(
      visitor.ctx.district.shortId,
      other.district.shortId,
    );
    expect((await visitor.refusalOf({ recipient: acsUrl })).reason).toMatch(/for another address/);
  });

  test('ten minutes long', async () => {
    const { browser, url } = await visitor.start();
    const answer = forgeSamlAnswer(url);
    const { to } = await browser.post(answer);
    visitor.server.clock.now = new Date(visitor.server.clock.now.getTime() + 10 * 60_000 + 1);
    expect((await browser.open(to.href)).problem).toBe('expired');
    const late = await visitor.start();
    visitor.server.clock.now = new Date(visitor.server.clock.now.getTime() + 10 * 60_000 + 1);
    expect((await late.browser.answer(forgeSamlAnswer(late.url))).problem).toBe('expired');
  });

  test('and to the provider that it was checked for', async () => {
    const { browser, url } = await visitor.start();
    const { to } = await browser.post(forgeSamlAnswer(url));
    await insertSamlProvider(visitor.ctx, { connection: { entityId: `${SAML_ISSUER}/another` } });
    expect((await browser.open(to.href)).problem).toBe('expired');
  });

  test.each<[string, RequestInit]>([
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['an empty form', { body: new URLSearchParams() }],
    ['a larger form', { body: new URLSearchParams({ SAMLResponse: 'A'.repeat(600_000) }) }],
  ])('anything else that is posted is refused: %s', async (_, init) => {
    expect(
      (await testBrowser(visitor.server).send(samlRequestIn((await visitor.start()).url).acsUrl, init))
        .problem,
    ).toBe('refused');
  });
});

test('Campus’ metadata name the addresses of the district, and want signed assertions', async () => {
  const { acsUrl, issuer } = samlRequestIn((await visitor.start()).url);
  const answer = await testBrowser(visitor.server).fetch(issuer);
  expect(answer.headers.get('content-type')).toBe('application/samlmetadata+xml');
  const xml = await answer.text();
  expect(xml).toContain(`entityID="${issuer}"`);
  expect(xml).toContain(`Location="${acsUrl}"`);
  expect(xml).toContain('WantAssertionsSigned="true"');
  const unknown = await testBrowser(visitor.server).fetch(
    issuer.replace(visitor.ctx.district.shortId, 'nobody'),
  );
  expect(unknown.status).toBe(404);
});
