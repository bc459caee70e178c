import { beforeEach, expect, test, vi } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { signedIn } from '../../../lib/auth/testing/user.ts';
import { testConnection } from '../../../lib/credentials/connection-test.ts';
import { type Answer, ORIGIN, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { api } from '../businessOfficeIntegration/api.ts';
import { handOverEndpoint } from '../hand-over/hand-over-endpoint.ts';
import { type AdminCall, adminCaller } from './testing/call.ts';

const HOUR = 3_600_000;
let hr: Vendor;
let call: AdminCall;

beforeEach(async () => {
  hr = await testVendor(api);
  call = adminCaller(hr.server, await signedIn(hr.ctx, { rights: ['API Credentials'] }));
});

const pass = (ms: number) => {
  hr.server.clock.now = new Date(hr.server.clock.now.getTime() + ms);
};
const at = (path: string) => `/credentials/${hr.client.id}${path}`;
const make = async (): Promise<string> => (await call('POST', at('/hand-over'))).body.token;
const shown = async () => (await call('GET', '/credentials')).body.data[0].handOver;

async function open(
  token: string,
  address = '192.0.2.50',
): Promise<Pick<Answer, 'status' | 'body' | 'headers'>> {
  const request = new Request(`${ORIGIN}/campus/api/hand-over`, {
    method: 'POST',
    headers: { 'x-forwarded-for': address },
    body: token,
  });
  const answer = await handOverEndpoint(hr.server, request);
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
const events = () =>
  hr.ctx.db.inDistrict(hr.ctx.district.id, (tx) =>
    textRows<{ action: string; actor: string; target: string; detail: unknown; address: string }>(
      tx,
      `select action, actor, target, detail, address from audit_event
        where district_id = $1 and action like 'client.hand-over%' order by id`,
      [tx.districtId],
    ),
  );

test('a link shows the credentials once; the audit log says who made it and from where it was opened', async () => {
  const made = await call('POST', at('/hand-over'));
  expect(made.status).toBe(201);
  expect(await shown()).toEqual({ expiresAt: '2026-11-27T18:00:00.000Z', openedAt: null });
  const { token } = made.body;
  const first = await open(token);
  expect(first).toMatchObject({
    status: 200,
    body: {
      clientId: hr.client.clientId,
      clientSecret: hr.client.clientSecret,
      tokenUrl: `${ORIGIN}/campus/oauth2/token?appName=${hr.ctx.district.appName}`,
      baseUrl: `${ORIGIN}/campus`,
    },
  });
  expect(first.headers.get('cache-control')).toBe('no-store');
  expect(await shown()).toMatchObject({ openedAt: '2026-11-24T18:00:00.000Z' });
  expect((await open(token)).status).toBe(404);
  expect(await events()).toMatchObject([
    { action: 'client.hand-over', actor: 'Simpson, Pat', target: hr.client.clientId },
    { action: 'client.hand-over-opened', actor: 'Not signed in', address: '192.0.2.50' },
    { action: 'client.hand-over-refused', detail: { reason: 'opened' } },
  ]);
  expect(hr.server.lines.join()).not.toContain(token);
  expect(hr.server.lines.join()).not.toContain(hr.client.clientSecret);
});

test('of two who open a link at once, one gets the secret', async () => {
  const token = await make();
  const both = await hr.ctx.db.inDistrict(hr.ctx.district.id, async (tx) => {
    // Until both have found the link unopened and wait to take it, neither can: else one is done before the other asks.
    await textRows(tx, 'select id from hand_over where district_id = $1 for update', [tx.districtId]);
    const opening = [open(token, '192.0.2.1'), open(token, '192.0.2.2')];
    const second = `select pid from pg_locks where relation = 'hand_over'::regclass and locktype = 'tuple' and not granted`;
    await vi.waitFor(async () => expect(await textRows(tx, second)).toHaveLength(1), { timeout: 10_000 });
    return opening;
  });
  const answers = await Promise.all(both);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});

test.each([
  ['72 hours later', async () => pass(72 * HOUR)],
  ['after another link', async () => void (await make())],
  ['after it was withdrawn', async () => void (await call('DELETE', at('/hand-over')))],
  [
    'after a new secret, even with an overlap',
    async () =>
      void (await call('POST', at('/secret'), { overlap: '24h', appName: hr.ctx.district.appName })),
  ],
  [
    'while the client is disabled',
    async () =>
      void (await call('PUT', at(''), {
        name: 'HR',
        scopes: ['staff.read'],
        expiresOn: null,
        disabled: true,
      })),
  ],
])('a link shows nothing %s', async (_, happens) => {
  const token = await make();
  await happens();
  const { status, body } = await open(token);
  expect([status, Object.keys(body)]).toEqual([404, expect.not.arrayContaining(['clientSecret'])]);
});

test('a link that was opened or withdrawn can’t be withdrawn, and a disabled client gets none', async () => {
  expect((await call('DELETE', at('/hand-over'))).status).toBe(409);
  await open(await make());
  expect((await call('DELETE', at('/hand-over'))).status).toBe(409);
  await make();
  expect(await call('DELETE', at('/hand-over'))).toMatchObject({
    status: 200,
    body: { handOver: { openedAt: expect.any(String) } },
  });
  await call('PUT', at(''), { name: 'HR', scopes: ['staff.read'], expiresOn: null, disabled: true });
  expect((await call('POST', at('/hand-over'))).status).toBe(409);
});

test('made-up links are counted: after ten from an address it waits, also with a good one; others do not', async () => {
  const token = await make();
  const madeUp = `${hr.ctx.district.shortId}.${'x'.repeat(43)}`;
  for (let n = 0; n < 11; n += 1) await open(madeUp, '192.0.2.66');
  const waits = await open(token, '192.0.2.66');
  expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
  expect((await open(token, '192.0.2.67')).status).toBe(200);
  for (const token of ['', 'x', 'x'.repeat(100_000)]) expect((await open(token)).status).toBe(404);
});

test('the list says from where and when the client called last', async () => {
  expect((await call('GET', '/credentials')).body.data[0]).toMatchObject({
    lastUsedAt: null,
    lastUsedFrom: null,
  });
  await hr.call('GET', '/schools', undefined, { 'x-forwarded-for': '203.0.113.7' });
  pass(2 * 60_000);
  await hr.call('GET', '/schools', undefined, { 'x-forwarded-for': '203.0.113.8' });
  expect((await call('GET', '/credentials')).body.data[0]).toMatchObject({
    lastUsedAt: '2026-11-24T18:02:00.000Z',
    lastUsedFrom: '203.0.113.8',
  });
});

test('a connection test says what nothing answers, and goes no further', async () => {
  const { steps } = await testConnection(hr.ctx, { id: hr.client.id }, () => 'http://127.0.0.1:1');
  expect(steps).toMatchObject([
    { name: 'token', status: null, succeeded: false, text: expect.stringMatching(/could not be reached/) },
  ]);
});
