import { expect, test } from '../fixtures.ts';
import { type Authentication, tokenUrl, Vendor } from '../vendor.ts';

const GRANT = new URLSearchParams({ grant_type: 'client_credentials' });
const basic = (clientId: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
});
const askFor = (url: string, body: BodyInit = GRANT, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers });

for (const authentication of ['client_secret_basic', 'client_secret_post'] as Authentication[])
  test(`CRED-2 openid-client gets a token by ${authentication} and calls the API with it`, async ({
    product,
    district,
  }) => {
    const vendor = new Vendor(product.baseUrl, district.access, authentication);
    const token = await vendor.requestToken();
    expect(token).toMatchObject({ token_type: 'bearer', expires_in: expect.any(Number) });
    expect(token.scope?.split(' ').sort()).toEqual(['staff.read', 'staff.sync', 'staff.write']);
    expect((await vendor.get('/schools')).status).toBe(200);
  });

test('CRED-2 the answer is not to be kept by any cache', async ({ product, district }) => {
  const { clientId, clientSecret, appName } = district.access;
  const answer = await askFor(tokenUrl(product.baseUrl, appName), GRANT, basic(clientId, clientSecret));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
});

test('CRED-2 a token of fewer scopes may not do more', async ({ vendor }) => {
  expect((await vendor.requestToken('staff.read')).scope).toBe('staff.read');
  expect((await vendor.get('/schools')).status).toBe(200);
  const refused = await vendor.start();
  expect(refused.status).toBe(403);
  expect(refused.headers.get('www-authenticate')).toContain('error="insufficient_scope"');
});

test('CRED-3 without appName the answer says so and shows a correct URL', async ({ product, district }) => {
  const { clientId, clientSecret, appName } = district.access;
  const answer = await askFor(`${product.baseUrl}/oauth2/token`, GRANT, basic(clientId, clientSecret));
  expect(answer.status).toBe(400);
  const { error, error_description } = (await answer.json()) as Record<string, string>;
  expect(error).toBe('invalid_request');
  expect(error_description).toContain('No Campus Application selected');
  const shown = /https?:\/\/\S+appName=[\w-]+/.exec(error_description ?? '')?.[0];
  expect(shown).toBe(tokenUrl(product.baseUrl, appName));
});

test("CRED-3 an unknown appName, another district's client and a wrong secret get the same answer", async ({
  product,
  district,
}) => {
  const { clientId, clientSecret, appName } = district.access;
  const refusals = await Promise.all([
    askFor(tokenUrl(product.baseUrl, 'nowhere'), GRANT, basic(clientId, clientSecret)),
    askFor(tokenUrl(product.baseUrl, product.sample.appName), GRANT, basic(clientId, clientSecret)),
    askFor(tokenUrl(product.baseUrl, appName), GRANT, basic(clientId, `${clientSecret}x`)),
    askFor(tokenUrl(product.baseUrl, appName), GRANT, basic('nobody', clientSecret)),
  ]);
  const bodies = new Set<string>();
  for (const answer of refusals) {
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic/);
    const body = (await answer.json()) as Record<string, string>;
    expect(body.error).toBe('invalid_client');
    bodies.add(JSON.stringify(body));
  }
  expect(bodies.size).toBe(1);
});

test('CRED-3 a wrong secret in the form is 401 invalid_client too', async ({ product, district }) => {
  const { clientId, appName } = district.access;
  const form = new URLSearchParams({
    ...Object.fromEntries(GRANT),
    client_id: clientId,
    client_secret: 'wrong',
  });
  const answer = await askFor(tokenUrl(product.baseUrl, appName), form);
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
});

const CASES: [string, BodyInit, string][] = [
  ['no grant_type', new URLSearchParams({}), 'invalid_request'],
  ['another grant_type', new URLSearchParams({ grant_type: 'password' }), 'unsupported_grant_type'],
  [
    'an unknown scope',
    new URLSearchParams({ grant_type: 'client_credentials', scope: 'everything' }),
    'invalid_scope',
  ],
  [
    'grant_type twice',
    new URLSearchParams('grant_type=client_credentials&grant_type=client_credentials'),
    'invalid_request',
  ],
  ['JSON', '{"grant_type":"client_credentials"}', 'invalid_request'],
  ['no body', '', 'invalid_request'],
];
for (const [what, body, error] of CASES)
  test(`CRED-2 a request with ${what} is 400 ${error}`, async ({ product, district }) => {
    const { clientId, clientSecret, appName } = district.access;
    const answer = await askFor(tokenUrl(product.baseUrl, appName), body, basic(clientId, clientSecret));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error, error_description: expect.stringMatching(/./) });
  });

test('CRED-2 the token endpoint takes POST alone and says so', async ({ product, district }) => {
  const answer = await fetch(tokenUrl(product.baseUrl, district.access.appName));
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toContain('POST');
});
