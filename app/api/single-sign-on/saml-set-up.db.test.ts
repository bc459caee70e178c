import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import type { Context } from '../../../lib/context.ts';
import { certificate } from '../../../lib/crypto/testing/certificate.ts';
import { testServer } from '../../../lib/http/testing/vendor.ts';
import { addressList } from '../../../lib/outgoing/addresses.ts';
import {
  derOf,
  forgeSamlAnswer,
  SAML_ISSUER,
  type SamlForgery,
  samlRequestIn,
} from '../../../lib/single-sign-on/testing/forged-saml.ts';
import { insertProvider } from '../../../lib/single-sign-on/testing/provider.ts';
import { samlMetadata } from '../../../lib/single-sign-on/testing/saml-metadata.ts';
import { type AdminCall, adminCaller } from '../admin/testing/call.ts';
import { testBrowser } from './testing/browser.ts';

const server = testServer({ providerAddresses: addressList(['127.0.0.1']) });
let ctx: Context;
let cookie: string;
let call: AdminCall;
let site: Server;
let origin: string;

beforeAll(async () => {
  site = createServer((request, response) => {
    response.writeHead(request.url === '/metadata' ? 200 : 404).end(samlMetadata());
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => site.close(resolve)));
beforeEach(async () => {
  server.clock.now = new Date();
  ctx = await testDistrict({ now: server.clock.now });
  cookie = await signedIn(ctx, { username: 'admin', rights: ['User Security'] });
  call = adminCaller(server, cookie);
});

const sql = (text: string) => ctx.db.inDistrict(ctx.district.id, (tx) => textRows(tx, text, [tx.districtId]));
const read = (body: object) => call('POST', '/single-sign-on/metadata', body);

/** Saves what was read, as the page does. */
async function save(given: object = {}) {
  const { body } = await read({ from: 'text', xml: samlMetadata() });
  const { entityId, signOnUrl, certificates } = body;
  return call('PUT', '/single-sign-on', {
    connection: {
      ...{ protocol: 'saml', entityId, signOnUrl, metadataUrl: null, identity: null },
      certificates: certificates.map((one: { certificate: string }) => one.certificate),
      ...given,
    },
    claims: { username: 'username', name: 'name', email: 'email', groups: 'groups' },
    linksByUsername: false,
    groups: [{ group: 'office', rights: ['User Security'] }],
  });
}

/** Goes to the provider and back, as the page does with what a call answered. */
async function visit(path: string, forgery: SamlForgery = {}, session = cookie) {
  const departure = await adminCaller(server, session)('POST', path);
  const browser = testBrowser(server, session);
  browser.take(departure.headers.get('set-cookie') ?? '');
  const { url } = departure.body;
  return { browser, url, landing: await browser.answer(forgeSamlAnswer(url, forgery)) };
}
async function testFound(forgery: SamlForgery = {}) {
  const { landing } = await visit('/single-sign-on/test', forgery);
  return (await call('GET', `/single-sign-on/tests/${landing.to.searchParams.get('test')}`)).body;
}
const switchOn = () =>
  call('PUT', '/single-sign-on/state', { enabled: true, passwordsOff: false, emergencyAdmins: [] });

describe('the metadata', () => {
  test('are read as they are pasted, and from their address', async () => {
    const pasted = await read({ from: 'text', xml: samlMetadata() });
    expect(pasted.body).toMatchObject({
      ...{ entityId: SAML_ISSUER, notes: [] },
      certificates: [{ subject: 'CN=127.0.0.1' }],
    });
    expect((await read({ from: 'url', url: `${origin}/metadata` })).body).toEqual(pasted.body);
  });

  test.each<[string, () => object, RegExp]>([
    ['/xml', () => ({ from: 'text', xml: '<a/>' }), /no SAML metadata/],
    ['/url', () => ({ from: 'url', url: `${origin}/elsewhere` }), /answered 404/],
    ['/url', () => ({ from: 'url', url: 'https://192.168.0.1/metadata' }), /private address/],
    ['/url', () => ({ from: 'url', url: 'http://idp.example.org/metadata' }), /https/],
  ])('that are none are refused at %s', async (pointer, source, message) => {
    const { status, body } = await read(source());
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer, message: expect.stringMatching(message) }]);
  });
});

describe('the settings', () => {
  test('need no secret, and show the certificates', async () => {
    const { status, body } = await save();
    expect([status, body.provider.hasSecret]).toEqual([200, false]);
    expect(body.provider.certificates).toMatchObject([{ expiresAt: '2049-12-31T23:59:59.000Z' }]);
    expect(body.entityId).toMatch(/\/metadata$/);
  });

  test('refuse a certificate that can’t sign for Campus', async () => {
    for (const one of ['AAAA', derOf(certificate('ec').cert)]) {
      const { status, body } = await save({ certificates: [one] });
      expect([status, body.errors[0].pointer]).toEqual([422, '/connection/certificates']);
    }
    expect((await save({ certificates: [] })).status).toBe(422);
  });

  test('forget the client secret of the OpenID Connect provider that was there', async () => {
    await insertProvider(ctx, { issuer: 'https://login.example.org' });
    await save();
    expect(await sql('select secret_cipher from identity_provider where district_id = $1')).toEqual([
      { secret_cipher: null },
    ]);
  });
});

test('a test shows what arrived and what is wrong, and has to succeed before it is switched on', async () => {
  await save();
  expect((await testFound({ audience: 'elsewhere' })).problem).toMatch(/entity ID \(audience\)/);
  expect((await switchOn()).status).toBe(409);
  const found = await testFound();
  expect(found).toMatchObject({
    problem: null,
    result: 'Creates the user pat and signs in.',
    groups: ['office'],
  });
  expect(found.claims).toContainEqual({ name: 'NameID', value: 'subject' });
  expect((await switchOn()).body.provider.enabled).toBe(true);
});

describe('a signed-in user', () => {
  async function on(): Promise<void> {
    await save();
    await testFound();
    await switchOn();
  }

  test('links their own user, an admin too', async () => {
    await on();
    expect((await visit('/account/single-sign-on/link')).landing.to.pathname).toBe('/campus/account');
    expect((await call('GET', '/account')).body.singleSignOn).toBe('linked');
  });

  test('signs in again at the provider, which must ask for the password', async () => {
    await on();
    const browser = testBrowser(server);
    const { to } = await browser.start(ctx.district.appName);
    await browser.answer(forgeSamlAnswer(to.href));
    const session = browser.session() ?? '';
    const stale = await visit('/account/single-sign-on/confirm', { signedInAt: -60 }, session);
    expect(samlRequestIn(stale.url).xml).toContain('ForceAuthn="true"');
    expect(stale.landing.problem).toBe('stale');
    const other = await visit('/account/single-sign-on/confirm', { nameId: 'another' }, session);
    expect(other.landing.problem).toBe('otherAccount');
    const again = await visit('/account/single-sign-on/confirm', {}, session);
    expect([again.landing.to.pathname, again.landing.problem]).toEqual(['/campus/sign-on-done', null]);
    expect(again.browser.session()).not.toBe(session);
  });
});
