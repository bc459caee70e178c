import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { textRows } from '../../../db/sql-text.ts';
import { PASSWORD, signedIn } from '../../../lib/auth/testing/user.ts';
import { type Answer, send, testServer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';
import { api } from '../businessOfficeIntegration/api.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

/** More for a long look: `ROUNDS=500 vitest run …`. */
const ROUNDS = Number(process.env.ROUNDS ?? 10);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let hr: Vendor;
let call: AdminCall;

beforeEach(async () => {
  hr = await testVendor(api);
  call = adminCaller(hr.server, await signedIn(hr.ctx, { rights: ['API Credentials'] }));
});

const pass = (ms: number) => {
  hr.server.clock.now = new Date(hr.server.clock.now.getTime() + ms);
};

const at = (path = '') => `/credentials/${hr.client.id}${path}`;
const reveal = async () => call('POST', at('/reveal'));
const secretNow = async (): Promise<string> => (await reveal()).body.secret;
const generate = (overlap?: string, appName = hr.ctx.district.appName) =>
  call('POST', at('/secret'), { overlap, appName });

async function tokenBy(secret: string): Promise<Answer> {
  const basic = Buffer.from(`${hr.client.clientId}:${secret}`).toString('base64');
  return send(hr.server, tokenEndpoint, `/oauth2/token?appName=${hr.ctx.district.appName}`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}
const schoolsBy = async (token: string, server = hr.server): Promise<number> =>
  (
    await send(server, api, '/api/businessOfficeIntegration/schools', {
      headers: { authorization: `Bearer ${token}` },
    })
  ).status;

const audited = async () =>
  (
    await hr.ctx.db.inDistrict(hr.ctx.district.id, (tx) =>
      textRows<{ action: string; target: string; actor: string; detail: unknown }>(
        tx,
        `select action, target, actor, detail from audit_event
          where district_id = $1 and action like 'client.%' order by id`,
        [tx.districtId],
      ),
    )
  ).map(({ action, target, actor }) => ({ action, target, actor }));

test('CRED-1 the page’s list has the client, its scopes and its secrets’ times, and no secret', async () => {
  await hr.call('GET', '/schools');
  const { status, body } = await call('GET', '/credentials');
  expect(status).toBe(200);
  expect(body.data).toEqual([
    {
      id: hr.client.id,
      clientId: hr.client.clientId,
      name: 'Test HR',
      scopes: ['staff.read', 'staff.write', 'staff.sync'],
      createdAt: expect.any(String),
      lastUsedAt: hr.server.now().toISOString(),
      lastUsedFrom: 'unknown',
      handOver: null,
      expiresOn: null,
      state: 'active',
      secrets: [
        {
          id: expect.any(String),
          createdAt: expect.any(String),
          lastUsedAt: hr.server.now().toISOString(),
          expiresAt: null,
        },
      ],
    },
  ]);
  expect(JSON.stringify(body)).not.toContain(hr.client.clientSecret);
});

describe('CRED-4 Show Secret', () => {
  test('shows every character, and every reveal is audited', async () => {
    expect((await reveal()).body).toEqual({ secret: hr.client.clientSecret });
    await reveal();
    const once = { action: 'client.reveal-secret', target: hr.client.clientId, actor: 'Simpson, Pat' };
    expect(await audited()).toEqual([once, once]);
    expect(hr.server.lines.join()).not.toContain(hr.client.clientSecret);
  });

  test('needs the password when the sign-in is older than ten minutes; for ten it is remembered', async () => {
    pass(10 * MINUTE);
    expect((await reveal()).status).toBe(200);
    pass(1);
    const asked = await reveal();
    expect([asked.status, asked.body.passwordNeeded, asked.body.secret]).toEqual([409, true, undefined]);
    expect(await audited()).toHaveLength(1);
    expect((await call('POST', '/account/confirm', { password: PASSWORD })).status).toBe(204);
    expect((await reveal()).body.secret).toBe(hr.client.clientSecret);
    pass(10 * MINUTE);
    expect((await reveal()).status).toBe(200);
    pass(1);
    expect((await reveal()).status).toBe(409);
  });

  test('a client of another district is as unknown as one that is not there', async () => {
    const other = await testVendor(api);
    for (const id of [other.client.id, '01900000-0000-7000-8000-000000000000'])
      expect(await call('POST', `/credentials/${id}/reveal`)).toMatchObject({
        status: 404,
        body: { detail: 'There is no such client in this district.' },
      });
  });
});

describe('CRED-5 Generate New Secret', () => {
  test('stops the old secret and every token under it at once; the new one works', async () => {
    const old = await secretNow();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, async () => (await tokenBy(old)).body.access_token as string),
    );
    expect(await Promise.all(tokens.map((token) => schoolsBy(token)))).toEqual(tokens.map(() => 200));
    expect((await generate()).status).toBe(200);
    expect(await Promise.all(tokens.map((token) => schoolsBy(token)))).toEqual(tokens.map(() => 401));
    expect((await tokenBy(old)).body.error).toBe('invalid_client');
    const fresh = await secretNow();
    expect(fresh).not.toBe(old);
    expect(await schoolsBy((await tokenBy(fresh)).body.access_token)).toBe(200);
  });

  test('stops what works in an overlap, too', async () => {
    const first = await secretNow();
    await generate('24h');
    const { access_token } = (await tokenBy(first)).body;
    const { body } = await generate();
    expect(body.secrets).toHaveLength(1);
    expect(await schoolsBy(access_token)).toBe(401);
  });

  test('does nothing until the appName is typed as it is', async () => {
    const answer = await generate('none', 'another');
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/appName']);
    expect(await secretNow()).toBe(hr.client.clientSecret);
  });

  test('two at once: one secret is left', async () => {
    await Promise.all([generate(), generate()]);
    const { body } = await call('GET', '/credentials');
    expect(body.data[0].secrets).toHaveLength(1);
    expect((await tokenBy(await secretNow())).status).toBe(200);
  });
});

test('CRED-5 two instances, calls all the while: no old token is accepted once the answer is there', async () => {
  const instances = [
    hr.server,
    testServer({ db: openDatabase(inject('appUrl'), { max: 4 }), now: hr.server.now }),
  ];
  for (let round = 0; round < ROUNDS; round += 1) {
    const token = (await tokenBy(await secretNow())).body.access_token;
    const accepted: number[] = [];
    let answered = false;
    let stop = false;
    const callers = instances.map(async (server) => {
      while (!stop) {
        const late = answered;
        const status = await schoolsBy(token, server);
        if (late) accepted.push(status);
      }
    });
    await generate();
    answered = true;
    await Promise.all(
      instances.map((server) => schoolsBy(token, server).then((status) => accepted.push(status))),
    );
    stop = true;
    await Promise.all(callers);
    // A client that keeps calling with a revoked token is soon answered 429.
    expect(new Set(accepted)).not.toContain(200);
    expect(accepted.filter((status) => status !== 401 && status !== 429)).toEqual([]);
  }
  await instances[1]?.db.close();
});

describe('CRED-6 overlap', () => {
  test.each([
    ['1h', 1],
    ['24h', 24],
    ['7d', 168],
  ])('%s: the old secret works until it is over', async (overlap, hours) => {
    const old = await secretNow();
    const { body } = await generate(overlap);
    const ends = new Date(hr.server.now().getTime() + hours * HOUR).toISOString();
    expect(body.secrets.map(({ expiresAt }: { expiresAt: string }) => expiresAt)).toEqual([null, ends]);
    pass(hours * HOUR - 1000);
    expect((await tokenBy(old)).status).toBe(200);
    pass(1000);
    expect((await tokenBy(old)).body.error).toBe('invalid_client');
  });

  test('Revoke now ends it, and not the current one', async () => {
    const old = await secretNow();
    const { body } = await generate('7d');
    const { access_token } = (await tokenBy(old)).body;
    const [current, former] = body.secrets;
    expect((await call('POST', at(`/secrets/${current.id}/revoke`))).status).toBe(409);
    const revoked = await call('POST', at(`/secrets/${former.id}/revoke`));
    expect(revoked.body.secrets).toEqual([expect.objectContaining({ id: current.id })]);
    expect(await schoolsBy(access_token)).toBe(401);
    expect((await call('POST', at(`/secrets/${former.id}/revoke`))).status).toBe(404);
  });

  test('a second overlap does not lengthen the first', async () => {
    await generate('1h');
    const { body } = await generate('7d');
    const hour = new Date(hr.server.now().getTime() + HOUR).toISOString();
    expect(body.secrets.map(({ expiresAt }: { expiresAt: string }) => expiresAt)).toContain(hour);
  });
});

describe('several clients', () => {
  const wanted = { name: 'Payroll', scopes: ['staff.read'], expiresOn: null };

  test('a new one has its scopes and no more, and its own secret', async () => {
    const { status, body } = await call('POST', '/credentials', wanted);
    expect([status, body.scopes, body.state]).toEqual([201, ['staff.read'], 'active']);
    const { secret } = (await call('POST', `/credentials/${body.id}/reveal`)).body;
    const { body: token } = await send(
      hr.server,
      tokenEndpoint,
      `/oauth2/token?appName=${hr.ctx.district.appName}`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: body.clientId,
          client_secret: secret,
        }),
      },
    );
    expect(token.scope).toBe('staff.read');
  });

  test('disabled, narrowed and expired hold for tokens that are there', async () => {
    const { access_token } = (await tokenBy(hr.client.clientSecret)).body;
    const edit = { name: 'HR', scopes: ['staff.sync', 'staff.read'], expiresOn: null, disabled: false };
    const put = (change: object) => call('PUT', at(), { ...edit, ...change });
    expect((await put({})).body).toMatchObject({ name: 'HR', scopes: ['staff.read', 'staff.sync'] });
    expect(await schoolsBy(access_token)).toBe(200);
    await put({ scopes: ['staff.sync'] });
    expect(await schoolsBy(access_token)).toBe(403);
    expect((await put({ disabled: true })).body.state).toBe('disabled');
    expect(await schoolsBy(access_token)).toBe(401);
    // Noon in Chicago on the 24th: the 24th is a day on which it still works.
    expect((await put({ expiresOn: '2026-11-24' })).body).toMatchObject({
      state: 'active',
      expiresOn: '2026-11-24',
    });
    expect(await schoolsBy(access_token)).toBe(200);
    expect((await put({ expiresOn: '2026-11-23' })).body.state).toBe('expired');
    expect(await schoolsBy(access_token)).toBe(401);
  });

  test.each([
    [{ ...wanted, name: '  ' }, '/name'],
    [{ ...wanted, name: 'x'.repeat(51) }, '/name'],
    [{ ...wanted, scopes: [] }, '/scopes'],
    [{ ...wanted, scopes: ['staff.all'] }, '/scopes/0'],
    [{ ...wanted, expiresOn: '2026-02-30' }, '/expiresOn'],
    [{ ...wanted, extra: 1 }, '/extra'],
  ])('%j is refused at %s', async (body, pointer) => {
    const answer = await call('POST', '/credentials', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  });
});
