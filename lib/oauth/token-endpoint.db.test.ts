import { beforeAll, describe, expect, test } from 'vitest';
import { textRows, textRun } from '../../db/sql-text.ts';
import { ORIGIN, send, testVendor, type Vendor } from '../http/testing/vendor.ts';
import { saveValueMapping } from '../value-mapping/save-value-mapping.ts';
import { authenticate } from './authenticate.ts';
import { createClient } from './create-client.ts';
import { tokenEndpoint } from './token-endpoint.ts';

const noApi = async () => new Response();
let vendor: Vendor;
let other: Vendor;
beforeAll(async () => {
  vendor = await testVendor(noApi);
  other = await testVendor(noApi);
});

const FORM = 'application/x-www-form-urlencoded';
const GRANT = 'grant_type=client_credentials';

interface Sent {
  appName?: string | null;
  body?: string;
  basic?: string | null;
  headers?: Record<string, string>;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const basicOf = ({ client }: Vendor) => `${client.clientId}:${client.clientSecret}`;

const encoded = ({ client }: Vendor) => {
  const encode = (text: string) => Buffer.from(text).toString('hex').replace(/../g, '%$&');
  return `${encode(client.clientId)}:${encode(client.clientSecret)}`;
};

let requests = 0;

function request({
  appName = vendor.ctx.district.appName,
  body = GRANT,
  basic = basicOf(vendor),
  headers,
}: Sent = {}) {
  const query = appName === null ? '' : `?appName=${appName}`;
  return send(vendor.server, tokenEndpoint, `/oauth2/token${query}`, {
    method: 'POST',
    headers: {
      'content-type': FORM,
      // Each from an address of its own: too many failures of one are 429.
      'x-forwarded-for': `198.51.100.${++requests % 250}`,
      ...(basic !== null && { authorization: `Basic ${base64(basic)}` }),
      ...headers,
    },
    body,
  });
}

const inForm = ({ client }: Vendor) =>
  `${GRANT}&client_id=${client.clientId}&client_secret=${client.clientSecret}`;

describe('CRED-2 a client gets a token', () => {
  test('by Basic, with all of its scopes for an hour, uncached', async () => {
    const { status, headers, body } = await request();
    expect(status).toBe(200);
    expect(body).toEqual({
      access_token: expect.stringMatching(new RegExp(`^${vendor.ctx.district.shortId}\\.[\\w-]{43}$`)),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'staff.read staff.write staff.sync',
    });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('pragma')).toBe('no-cache');
    expect(headers.get('x-request-id')).toBeTruthy();
  });

  const good: [name: string, sent: () => Sent][] = [
    ['by the form', () => ({ basic: null, body: inForm(vendor) })],
    [
      'by Basic with its own client_id in the form',
      () => ({ body: `${GRANT}&client_id=${vendor.client.clientId}` }),
    ],
    ['by basic in lower case', () => ({ headers: { authorization: `basic ${base64(basicOf(vendor))}` } })],
    ['by Basic with every character form-encoded', () => ({ basic: encoded(vendor) })],
    ['with parameters nobody knows', () => ({ body: `${GRANT}&audience=x&resource=y` })],
    ['with empty parameters, which are as left out', () => ({ body: `${GRANT}&scope=&client_secret=` })],
    ['with a charset', () => ({ headers: { 'content-type': `${FORM}; charset=UTF-8` } })],
  ];
  test.each(good)('%s', async (_name, sent) => {
    expect(await request(sent())).toMatchObject({ status: 200 });
  });

  test('for a part of its scopes when it asks for them', async () => {
    const { body } = await request({ body: `${GRANT}&scope=staff.sync%20staff.read` });
    expect(body.scope).toBe('staff.read staff.sync');
  });

  test('neither token nor secret is stored or logged in clear', async () => {
    const { body } = await request();
    const rows = await vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
      textRows(
        tx,
        `select t::text as row from access_token t where district_id = $1
         union all select s::text from api_client_secret s where district_id = $1`,
        [tx.districtId],
      ),
    );
    const kept = JSON.stringify(rows) + vendor.server.lines.join();
    for (const secret of [body.access_token, body.access_token.split('.')[1], vendor.client.clientSecret]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});

describe('errors are as RFC 6749 §5.2 says', () => {
  const bad: [name: string, sent: () => Sent, status: number, error: string][] = [
    ['a wrong secret', () => ({ basic: `${vendor.client.clientId}:wrong` }), 401, 'invalid_client'],
    [
      'a wrong secret in the form',
      () => ({ basic: null, body: `${inForm(vendor)}x` }),
      401,
      'invalid_client',
    ],
    [
      'an unknown client',
      () => ({ basic: `${vendor.ctx.district.shortId}.nobody:x` }),
      401,
      'invalid_client',
    ],
    ['CRED-3 an unknown appName', () => ({ appName: 'nowhere' }), 401, 'invalid_client'],
    ["CRED-3 another district's client", () => ({ basic: basicOf(other) }), 401, 'invalid_client'],
    [
      "CRED-3 another district's appName",
      () => ({ appName: other.ctx.district.appName }),
      401,
      'invalid_client',
    ],
    ['no secret', () => ({ basic: null, body: `${GRANT}&client_id=x` }), 401, 'invalid_client'],
    ['no client at all', () => ({ basic: null }), 400, 'invalid_request'],
    ['both ways of authentication', () => ({ body: inForm(vendor) }), 400, 'invalid_request'],
    [
      'another client_id in addition to Basic',
      () => ({ body: `${GRANT}&client_id=x` }),
      400,
      'invalid_request',
    ],
    ['a bearer token', () => ({ headers: { authorization: 'Bearer x' } }), 400, 'invalid_request'],
    ['Basic without a colon', () => ({ basic: 'abc' }), 400, 'invalid_request'],
    ['an unknown client with a bad escape', () => ({ basic: '%zz:abc' }), 401, 'invalid_client'],
    ['an unknown client with NUL', () => ({ basic: 'a\0b:abc' }), 401, 'invalid_client'],
    ['an empty secret by Basic', () => ({ basic: `${vendor.client.clientId}:` }), 400, 'invalid_request'],
    ['Basic that is no base64', () => ({ headers: { authorization: 'Basic ?' } }), 400, 'invalid_request'],
    ['no grant_type', () => ({ body: '' }), 400, 'invalid_request'],
    ['a parameter twice', () => ({ body: `${GRANT}&${GRANT}` }), 400, 'invalid_request'],
    ['scope twice', () => ({ body: `${GRANT}&scope=staff.read&scope=staff.read` }), 400, 'invalid_request'],
    ['appName twice', () => ({ appName: 'a&appName=b' }), 400, 'invalid_request'],
    ['a bad escape', () => ({ body: `${GRANT}&scope=%ff` }), 400, 'invalid_request'],
    ['NUL', () => ({ body: `${GRANT}&scope=%00` }), 400, 'invalid_request'],
    ['JSON', () => ({ headers: { 'content-type': 'application/json' }, body: '{}' }), 400, 'invalid_request'],
    ['a body of 17 KiB', () => ({ body: `${GRANT}&x=${'y'.repeat(17_000)}` }), 413, 'invalid_request'],
    ['gzip', () => ({ headers: { 'content-encoding': 'gzip' } }), 400, 'invalid_request'],
    ['another grant', () => ({ body: 'grant_type=password' }), 400, 'unsupported_grant_type'],
    [
      'another grant in other case',
      () => ({ body: 'grant_type=Client_Credentials' }),
      400,
      'unsupported_grant_type',
    ],
    ['an unknown scope', () => ({ body: `${GRANT}&scope=admin` }), 400, 'invalid_scope'],
    ['a scope in other case', () => ({ body: `${GRANT}&scope=Staff.Read` }), 400, 'invalid_scope'],
  ];
  test.each(bad)('%s', async (_name, sent, status, error) => {
    const answer = await request(sent());
    expect(answer).toMatchObject({ status, body: { error } });
    expect(Object.keys(answer.body)).toEqual(['error', 'error_description']);
    expect(answer.body.error_description).toMatch(/^[ !#-[\]-~]+$/);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    if (status === 401) expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
  });

  test.each(['100%', '%', '%zz', 'a%C3', '%00', 'nul\0', 'm\u00fcller', '\u{1f511}', 'a+b', 'a:b', '\u00ff'])(
    'CRED-3 a wrong secret is 401 whatever its characters: %j',
    async (secret) => {
      const { clientId } = vendor.client;
      const latin1 = Buffer.from(`${clientId}:${secret}`, 'latin1').toString('base64');
      const sent: Sent[] = [
        { basic: `${clientId}:${secret}` },
        { headers: { authorization: `Basic ${latin1}` } },
        { basic: null, body: `${GRANT}&client_id=${clientId}&client_secret=${secret}` },
        { basic: null, body: `${GRANT}&client_id=${clientId}&client_secret=${encodeURIComponent(secret)}` },
      ];
      for (const one of sent)
        expect(await request(one)).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
      expect(JSON.stringify(await vendor.errorLog())).not.toContain(`client_secret=${secret}`);
    },
  );

  test('a scope that the client lacks', async () => {
    const reader = await testVendor(noApi, { scopes: ['staff.read'] });
    await expect(reader.token('staff.sync')).rejects.toThrow('invalid_scope');
    expect(await reader.token('staff.read')).toBeTruthy();
  });

  test('CRED-3 without appName the answer shows the correct URL', async () => {
    for (const appName of [null, '']) {
      const { status, body } = await request({ appName });
      expect(status).toBe(400);
      expect(body.error).toBe('invalid_request');
      expect(body.error_description).toContain('No Campus Application selected');
      expect(body.error_description).toContain(
        `${ORIGIN}/campus/oauth2/token?appName=${vendor.ctx.district.appName}`,
      );
    }
  });

  test('CRED-3 without appName a Client ID alone does not tell the district’s name', async () => {
    const { client, ctx } = vendor;
    const wrong = await request({ appName: null, basic: `${client.clientId}:wrong` });
    expect(wrong.body.error_description).toContain('YOUR_CAMPUS_APPLICATION');
    expect(JSON.stringify(wrong.body)).not.toContain(ctx.district.appName);
  });

  test('CRED-3 a refusal takes as long in a district that exists as in one that does not', async () => {
    const basic = `${vendor.client.clientId}:wrong`;
    const time = async (appName?: string) => {
      const began = performance.now();
      expect((await request({ basic, ...(appName && { appName }) })).status).toBe(401);
      return performance.now() - began;
    };
    for (const appName of [undefined, 'nowhere']) expect(await time(appName)).toBeGreaterThan(58);
  });
});

describe('what a token opens is looked up at each call', () => {
  const bearer = (token: string, now = vendor.server.now()) =>
    authenticate(vendor.ctx.db, `Bearer ${token}`, now);
  const change = (text: string) =>
    vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) => textRun(tx, text, [tx.districtId]));

  test('it is its client and district', async () => {
    expect(await bearer(await vendor.token('staff.read'))).toEqual({
      callsPerMinute: 6000,
      district: vendor.ctx.district,
      actor: {
        kind: 'client',
        id: vendor.client.id,
        name: 'Test HR',
        clientId: vendor.client.clientId,
        mapsValues: false,
      },
      scopes: ['staff.read'],
    });
  });

  test('REF-3 whether it has value mappings; another client’s are not its own', async () => {
    const own = await testVendor(noApi);
    const { id: other } = await own.ctx.db.inDistrict(own.ctx.district.id, (tx) =>
      createClient(own.ctx, tx, { name: 'Other HR' }),
    );
    const token = await own.token('staff.read');
    const actor = async () => {
      const found = await authenticate(own.ctx.db, `Bearer ${token}`, own.server.now());
      return 'actor' in found && found.actor;
    };
    const map = (clientId: string) =>
      saveValueMapping(own.ctx, { clientId, kind: 'genders', value: 'Female', code: 'F' });
    await map(other);
    expect(await actor()).toMatchObject({ mapsValues: false });
    await map(own.client.id);
    expect(await actor()).toMatchObject({ mapsValues: true });
  });

  test.each([
    ['revoked', 'update access_token set revoked_at = now() where district_id = $1', 'revoked'],
    [
      'its secret revoked (CRED-5)',
      'update api_client_secret set revoked_at = now() where district_id = $1',
      'revoked',
    ],
    [
      'its client disabled',
      'update api_client set disabled_at = now() where district_id = $1',
      'no longer enabled',
    ],
    [
      'its client expired',
      "update api_client set expires_at = '2026-11-24T17:59:59Z' where district_id = $1",
      'no longer enabled',
    ],
    [
      'its secret past the overlap (CRED-6)',
      "update api_client_secret set expires_at = '2026-11-24T18:00:00Z' where district_id = $1",
      'expired',
    ],
  ])('%s: refused at once, and its district known', async (_name, statement, word) => {
    const own = await testVendor(noApi);
    const token = await own.token();
    const look = () => authenticate(own.ctx.db, `Bearer ${token}`, own.server.now());
    expect(await look()).toHaveProperty('actor');
    await own.ctx.db.inDistrict(own.ctx.district.id, (tx) => textRun(tx, statement, [tx.districtId]));
    const refused = await look();
    if (!('refusal' in refused)) throw new Error('was accepted');
    expect(refused.district?.id).toBe(own.ctx.district.id);
    expect(refused.refusal.challenge).toMatch(/^Bearer error="invalid_token", error_description="[^"\\]+"$/);
    expect(refused.refusal.message).toContain(word);
  });

  test('after its hour it has expired', async () => {
    const token = await vendor.token();
    const at = (seconds: number) => new Date(vendor.server.now().getTime() + seconds * 1000);
    expect(await bearer(token, at(3599))).toHaveProperty('actor');
    expect(await bearer(token, at(3600))).toHaveProperty('refusal');
  });

  test('a scope taken from the client is taken from its tokens', async () => {
    const token = await vendor.token();
    await change("update api_client set scopes = '{staff.read}' where district_id = $1");
    expect(await bearer(token)).toMatchObject({ scopes: ['staff.read'] });
    await change(
      "update api_client set scopes = '{staff.read,staff.write,staff.sync}' where district_id = $1",
    );
  });

  test.each([
    ['no header', null, 'Bearer'],
    ['another scheme', 'Basic abc', 'Bearer'],
    ['no token', 'Bearer', 'Bearer'],
    ['two tokens', 'Bearer a b', 'Bearer'],
  ])('%s: challenged without an error', async (_name, header, challenge) => {
    const answer = await authenticate(vendor.ctx.db, header, vendor.server.now());
    expect(answer).toMatchObject({ refusal: { challenge } });
  });

  test.each(['x', 'abc.def', `${'a'.repeat(5000)}.x`, '.'])('the token %.20s is invalid', async (token) => {
    expect(await bearer(token)).toMatchObject({
      refusal: { challenge: expect.stringContaining('invalid_token') },
    });
  });

  test("another district's short id does not open it", async () => {
    const [, random] = (await vendor.token()).split('.');
    expect(await bearer(`${other.ctx.district.shortId}.${random}`)).toHaveProperty('refusal');
  });

  test('a token ends with the overlap of its secret (CRED-6)', async () => {
    const own = await testVendor(noApi);
    await own.ctx.db.inDistrict(own.ctx.district.id, (tx) =>
      textRun(
        tx,
        "update api_client_secret set expires_at = '2026-11-24T18:10:00.900Z' where district_id = $1",
        [tx.districtId],
      ),
    );
    const answer = await send(
      own.server,
      tokenEndpoint,
      `/oauth2/token?appName=${own.ctx.district.appName}`,
      {
        method: 'POST',
        headers: { 'content-type': FORM },
        body: inForm(own),
      },
    );
    expect(answer.body.expires_in).toBe(600);
  });

  test('last use is noted at most once a minute', async () => {
    const own = await testVendor(noApi);
    const used = () =>
      own.ctx.db.inDistrict(own.ctx.district.id, (tx) =>
        textRows<{ at: string }>(
          tx,
          `select c.last_used_at::text || s.last_used_at::text || c.xmin || s.xmin as at
             from api_client c join api_client_secret s on s.district_id = $1 and s.client_id = c.id
            where c.district_id = $1`,
          [tx.districtId],
        ),
      );
    const token = await own.token();
    const first = await used();
    const at = (seconds: number) =>
      authenticate(own.ctx.db, `Bearer ${token}`, new Date(own.server.now().getTime() + seconds * 1000));
    await at(59);
    expect(await used()).toEqual(first);
    await at(61);
    expect(await used()).not.toEqual(first);
  });
});

describe('ERR-1, ERR-3 token failures', () => {
  test('are in the error log of the Token URL’s district, without payload', async () => {
    const own = await testVendor(noApi);
    await send(own.server, tokenEndpoint, `/oauth2/token?appName=${own.ctx.district.appName}`, {
      method: 'POST',
      headers: { 'content-type': FORM, 'x-request-id': 'hr-7' },
      body: `${GRANT}&client_id=${own.client.clientId}&client_secret=s3cr3t`,
    });
    expect(await own.errorLog()).toEqual([
      expect.objectContaining({
        action: 'POST',
        path: '/campus/oauth2/token',
        status: 401,
        message: expect.stringContaining('invalid_client'),
        // Nobody without good credentials writes a payload.
        payload: null,
        request_id: 'hr-7',
        client_id: own.client.clientId,
      }),
    ]);
  });

  test.each<[string, number, RequestInit]>([
    ['JSON', 400, { headers: { 'content-type': 'application/json' }, body: '{}' }],
    ['too large', 413, { headers: { 'content-type': FORM }, body: 'x'.repeat(20_000) }],
    ['cut off', 400, { headers: { 'content-type': FORM }, body: cutOff() }],
  ])('also of a form that can’t be read: %s', async (_name, status, init) => {
    const own = await testVendor(noApi);
    const url = `${ORIGIN}/campus/oauth2/token?appName=${own.ctx.district.appName}`;
    const headers = { ...init.headers, authorization: `Basic ${base64(basicOf(own))}` };
    await tokenEndpoint(
      own.server,
      new Request(url, { ...init, method: 'POST', headers, duplex: 'half' } as RequestInit),
    );
    expect(await own.errorLog()).toMatchObject([{ status, client_id: own.client.clientId, payload: null }]);
  });

  test('without appName are in the log of the district that the Client ID names', async () => {
    const own = await testVendor(noApi);
    await send(own.server, tokenEndpoint, '/oauth2/token', {
      method: 'POST',
      headers: { 'content-type': FORM, authorization: `Basic ${base64(basicOf(own))}` },
      body: GRANT,
    });
    expect(await own.errorLog()).toMatchObject([
      { status: 400, message: expect.stringContaining('No Campus Application selected') },
    ]);
  });
});

test('two clients of a district have secrets of their own', async () => {
  const own = await testVendor(noApi);
  const second = await own.ctx.db.inDistrict(own.ctx.district.id, (tx) =>
    createClient(own.ctx, tx, { name: 'Payroll' }),
  );
  const answer = await send(own.server, tokenEndpoint, `/oauth2/token?appName=${own.ctx.district.appName}`, {
    method: 'POST',
    headers: { 'content-type': FORM },
    body: `${GRANT}&client_id=${second.clientId}&client_secret=${own.client.clientSecret}`,
  });
  expect(answer.status).toBe(401);
});

/** A body whose sender hangs up. */
function cutOff(): ReadableStream {
  const hungUp = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  return new ReadableStream({ pull: (controller) => controller.error(hungUp) });
}

/** A token request whose body does not arrive. */
const unfinished = (body: ReadableStream, server = vendor.server) =>
  tokenEndpoint(
    server,
    new Request(`${ORIGIN}/campus/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': FORM },
      body,
      duplex: 'half',
    } as RequestInit),
  );

test('a client that hangs up is not an absent database', async () => {
  const answer = await unfinished(cutOff());
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
});

test('a form that pauses is 408, like a body that pauses', async () => {
  const server = { ...vendor.server, pace: { windowMs: 100, bytesPerSecond: 1 } };
  const answer = await unfinished(new ReadableStream(), server);
  expect(answer.status).toBe(408);
  expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
});
