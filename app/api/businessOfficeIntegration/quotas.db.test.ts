import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { keptTodayOf } from '../../../lib/http/idempotency/kept-today.ts';
import { testServer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { KEPT_ANSWER_BYTES_A_DAY, REQUEST_ROWS_A_DAY } from '../../../lib/limits.ts';
import { RequestLog } from '../../../lib/request-log/request-log.ts';
import { api } from './api.ts';
import { simpson } from './examples.ts';

/* What one district may store in a day or a run. Beyond it Campus counts, or refuses and says what to do. */

let vendor: Vendor;
beforeEach(async () => {
  vendor = await testVendor(api);
});

const rowsOf = <Row>(text: string) =>
  vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) => textRows<Row>(tx, text, [tx.districtId]));

const search = (lastName: string, key = 'a key') =>
  vendor.call(
    'POST',
    '/staffMembers/search',
    { lastName, includeIncomplete: true },
    { 'idempotency-key': key },
  );

test('of a search with a key a digest is stored, and a repeat is the first answer again', async () => {
  await vendor.call('POST', '/staffMembers', { ...simpson, positions: undefined });
  const first = await search('Simp');
  const second = await search('Simp');
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(first.body.data).toHaveLength(1);
  expect(second.body).toEqual(first.body);
  expect(first.headers.get('idempotency-replayed')).toBeNull();
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  const [kept] = await rowsOf<{ bytes: number }>(
    'select octet_length(body) as bytes from idempotency_key where district_id = $1',
  );
  expect(kept?.bytes).toBeLessThan(200);
});

test('another body with the key of a search is refused, and its 422 is the same again', async () => {
  await search('Simp');
  expect(await search('Brown')).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'idempotencyKeyReused' }] },
  });
  const invalid = () =>
    vendor.call('POST', '/staffMembers/search', { lastNam: 'x' }, { 'idempotency-key': 'invalid' });
  expect((await invalid()).status).toBe(422);
  const again = await invalid();
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([422, 'true']);
});

test('above the day’s kept answers a new key is 429 until midnight UTC; known keys and calls without one work', async () => {
  const create = (staffNumber: string, headers: Record<string, string>) =>
    vendor.call('POST', '/staffMembers', { ...simpson, staffNumber, positions: undefined }, headers);
  expect((await create('1', { 'idempotency-key': 'known' })).status).toBe(201);
  const use = await keptTodayOf(vendor.server).of(vendor.ctx.district.id, vendor.server.now());
  // Another process reads what this one has counted on.
  const read = await keptTodayOf(testServer()).of(vendor.ctx.district.id, vendor.server.now());
  expect([read.rows, use.rows]).toEqual([1, 1]);
  expect(read.bytes).toBeGreaterThan(500);
  use.bytes = KEPT_ANSWER_BYTES_A_DAY;
  const refused = await create('2', { 'idempotency-key': 'new' });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe(String(6 * 3600));
  expect(refused.body.detail).toMatch(/without Idempotency-Key/);
  expect((await create('1', { 'idempotency-key': 'known' })).headers.get('idempotency-replayed')).toBe(
    'true',
  );
  expect((await create('2', {})).status).toBe(201);
  expect(await rowsOf('select id from idempotency_key where district_id = $1')).toHaveLength(1);
});

interface Logged {
  path: string;
  calls: number;
  client_id: string | null;
}

test('above the day’s quota of the request log, calls are counted by minute, client, path and status', async () => {
  await rowsOf(
    `insert into request_log (district_id, id, occurred_at, method, path, status, milliseconds, request_id)
     select $1, gen_random_uuid(), '2026-11-24T17:00:00Z', 'GET', '/filling', 200, 1, ''
       from generate_series(1, ${REQUEST_ROWS_A_DAY - 2})`,
  );
  const log = new RequestLog(vendor.ctx.db, vendor.server.log);
  await vendor.token();
  vendor.server.requestLog = log;
  for (let n = 0; n < 30; n += 1) await vendor.call('GET', `/staffMembers/${n}`);
  await log.write();
  const rows = await rowsOf<Logged>(
    "select path, calls, client_id from request_log where district_id = $1 and path <> '/filling'",
  );
  expect(rows.reduce((sum, { calls }) => sum + calls, 0)).toBe(31);
  expect(rows.length).toBeLessThanOrEqual(4);
  const [counted] = rows.filter(({ calls }) => calls > 1);
  expect(counted?.path).toBe('/campus/api/businessOfficeIntegration/staffMembers/{staffNumber}');
  expect(counted?.client_id).toBe(vendor.client.clientId);
});

test('calls without good credentials get no rows of their own in the request log', async () => {
  const log = new RequestLog(vendor.ctx.db, vendor.server.log);
  vendor.server.requestLog = log;
  const token = await vendor.token();
  await vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
    textRows(tx, 'update access_token set revoked_at = now() where district_id = $1', [tx.districtId]),
  );
  vendor.server.clock.now = new Date();
  for (let n = 0; n < 30; n += 1)
    await vendor.call('GET', `/staffMembers/${n}`, undefined, { authorization: `Bearer ${token}` });
  await log.write();
  const rows = await rowsOf<Logged>(
    'select path, calls, client_id from request_log where district_id = $1 and status <> 200',
  );
  expect(rows.length).toBeLessThanOrEqual(2);
  expect(rows.every(({ client_id }) => client_id === null)).toBe(true);
  expect(rows.reduce((sum, { calls }) => sum + calls, 0)).toBe(30);
});

test('a transfer above the staging’s space is 413, stages nothing and gives its space back', async () => {
  vendor.server.stagingBytes = 20_000;
  const staff = (from: number, count: number) => ({
    staffMembers: Array.from({ length: count }, (_, i) => ({
      ...{ staffNumber: `S${from + i}`, lastName: 'Space', firstName: 'Pat', gender: 'F' },
    })),
  });
  const transfer = (from: number, count: number) =>
    vendor.call('POST', '/staffMembers/sync/transfer', staff(from, count));
  await vendor.call('POST', '/staffMembers/sync/start');
  expect((await transfer(0, 10)).status).toBe(200);
  const refused = await transfer(100, 500);
  expect(refused.status).toBe(413);
  expect(refused.body.detail).toMatch(/STAGING_GIGABYTES/);
  expect(await transfer(200, 10)).toMatchObject({ status: 200, body: { staffTransferred: 20 } });
});
