import { beforeAll, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { recordersOf } from '../../../lib/error-log/record-failed-call.ts';
import {
  send,
  type TestServer,
  testServer,
  testVendor,
  type Vendor,
} from '../../../lib/http/testing/vendor.ts';
import { FAILED_CALL_ROWS_A_MINUTE, FAILED_CALLS_A_MINUTE_OF_ADDRESS } from '../../../lib/limits.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';
import { api } from './api.ts';

/* A stranger knows a district's short id or appName, and no secret. What they can make Campus store is bounded. */

let hr: Vendor;
beforeAll(async () => {
  hr = await testVendor(api);
});

interface Row {
  message: string;
  payload: string | null;
  calls: number;
  address: string | null;
}
const rows = (vendor: Vendor) =>
  vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
    textRows<Row>(tx, 'select message, payload, calls, address from error_log where district_id = $1', [
      tx.districtId,
    ]),
  );
const badToken = (vendor: Vendor, server: TestServer, address = '192.0.2.7') =>
  send(server, api, '/api/businessOfficeIntegration/staffMembers', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${vendor.ctx.district.shortId}.made-up`,
      'content-type': 'application/json',
      'x-forwarded-for': address,
    },
    body: JSON.stringify({ junk: 'x'.repeat(10_000) }),
  });

test('5,000 calls with bad tokens write one row without payload, and 429 says when to try again', async () => {
  const statuses: Record<number, number> = {};
  for (let batch = 0; batch < 50; batch += 1)
    for (const { status, headers } of await Promise.all(
      Array.from({ length: 100 }, () => badToken(hr, hr.server)),
    )) {
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
  await recordersOf(hr.server).failedCalls.write();
  const { 401: refused = 0, 429: throttled = 0 } = statuses;
  expect(refused + throttled).toBe(5_000);
  expect(refused).toBeLessThanOrEqual(FAILED_CALLS_A_MINUTE_OF_ADDRESS);
  expect(refused).toBeGreaterThan(FAILED_CALLS_A_MINUTE_OF_ADDRESS / 2);
  expect(await rows(hr)).toEqual([
    expect.objectContaining({ payload: null, calls: 5_000, address: '192.0.2.7' }),
  ]);
});

test('meanwhile good credentials work, from the same address and in another district', async () => {
  const other = await testVendor(api);
  for (const vendor of [hr, other]) {
    const headers = { 'x-forwarded-for': '192.0.2.7' };
    expect((await vendor.call('GET', '/schools', undefined, headers)).status).toBe(200);
  }
  expect((await badToken(other, other.server)).status).toBe(401);
});

test('all processes share the count', async () => {
  const own = await testVendor(api);
  const second = testServer();
  for (let n = 0; n <= FAILED_CALLS_A_MINUTE_OF_ADDRESS; n += 1) await badToken(own, own.server);
  await recordersOf(own.server).failedCalls.write();
  expect((await badToken(own, second)).status).toBe(429);
});

test('the token endpoint too, and 429 is an OAuth error', async () => {
  const own = await testVendor(api);
  const path = `/oauth2/token?appName=${own.ctx.district.appName}`;
  const ask = (n: number) =>
    send(own.server, tokenEndpoint, path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': '192.0.2.9' },
      body: `grant_type=client_credentials&client_id=x&client_secret=y&junk${n}=${'junk'.repeat(3_000)}`,
    });
  const answers = [];
  for (let n = 0; n < 200; n += 1) answers.push(await ask(n));
  await recordersOf(own.server).failedCalls.write();
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } });
  expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
  const found = await rows(own);
  expect(found.length).toBeLessThanOrEqual(FAILED_CALL_ROWS_A_MINUTE + 1);
  expect(found.every(({ payload }) => payload === null)).toBe(true);
  expect(found.reduce((sum, { calls }) => sum + calls, 0)).toBe(200);
  expect((await own.call('GET', '/schools')).status).toBe(200);
});

test('many addresses make a bounded number of rows', async () => {
  const own = await testVendor(api);
  for (let n = 0; n < 100; n += 1) await badToken(own, own.server, `198.51.100.${n}`);
  await recordersOf(own.server).failedCalls.write();
  const found = await rows(own);
  expect(found).toHaveLength(FAILED_CALL_ROWS_A_MINUTE + 1);
  expect(found.filter(({ address }) => address === null)).toMatchObject([{ calls: 80 }]);
});
