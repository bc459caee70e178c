import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { asOwner } from '../../../db/testing/database.ts';
import { testVendor } from '../../../lib/http/testing/vendor.ts';
import { RequestLog } from '../../../lib/request-log/request-log.ts';
import { api } from './api.ts';

async function vendorWithLimit(limit: number) {
  const vendor = await testVendor(api);
  await asOwner('update district set calls_per_minute = $2 where id = $1', [vendor.ctx.district.id, limit]);
  return vendor;
}

test('a client’s calls a minute are counted down in its headers; one too many is 429 with Retry-After', async () => {
  const vendor = await vendorWithLimit(3);
  const left: (string | null)[] = [];
  for (let call = 0; call < 3; call += 1) {
    const { status, headers } = await vendor.call('GET', '/schools');
    expect(status).toBe(200);
    expect(headers.get('ratelimit-policy')).toBe('"client";q=3;w=60');
    left.push(headers.get('ratelimit'));
  }
  expect(left.map((value) => /^"client";r=(\d);t=\d+$/.exec(value ?? '')?.[1])).toEqual(['2', '1', '0']);

  const refused = await vendor.call('GET', '/schools');
  expect(refused).toMatchObject({ status: 429, body: { title: 'Too Many Requests' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('ratelimit')).toMatch(/^"client";r=0;/);
  expect((await vendor.call('GET', '/nowhere')).status).toBe(429);
  expect((await vendor.errorLog()).map(({ status }) => status)).toEqual([429, 429]);
});

test('commitJobStatus is exempt, and another district’s client has its own limit', async () => {
  const vendor = await vendorWithLimit(1);
  await vendor.call('GET', '/schools');
  expect((await vendor.call('GET', '/schools')).status).toBe(429);
  expect((await vendor.call('GET', '/staffMembers/sync/commitJobStatus')).status).toBe(404);
  expect((await (await vendorWithLimit(1)).call('GET', '/schools')).status).toBe(200);
});

test('every call of a client is in the request log: method, path, status, client and request id, no query', async () => {
  const vendor = await testVendor(api);
  const log = new RequestLog(vendor.ctx.db, vendor.server.log);
  vendor.server.requestLog = log;
  await vendor.token();
  await vendor.call('GET', '/staffMembers?ssn=123456789', undefined, { 'x-request-id': 'mine' });
  await vendor.call('POST', '/staffMembers', { ssn: '123456789' });
  await vendor.call('GET', '/schools', undefined, { authorization: 'Bearer nobody' });
  await log.write();
  const rows = await vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
    textRows(tx, 'select * from request_log where district_id = $1 order by id', [tx.districtId]),
  );
  const base = '/campus/api/businessOfficeIntegration';
  const client_id = vendor.client.clientId;
  expect(rows).toMatchObject([
    { method: 'POST', path: '/campus/oauth2/token', status: 200, client_id },
    { method: 'POST', path: '/campus/oauth2/token', status: 200, client_id },
    { method: 'GET', path: `${base}/staffMembers`, status: 200, client_id, request_id: 'mine' },
    { method: 'POST', path: `${base}/staffMembers`, status: 422, client_id },
  ]);
  expect(JSON.stringify(rows)).not.toContain('123456789');
});

test('what the database did not take yet waits for the next write', async () => {
  const vendor = await testVendor(api);
  let away = true;
  const db = {
    ...vendor.ctx.db,
    inDistrict: ((districtId, work) =>
      away
        ? Promise.reject(new Error('away'))
        : vendor.ctx.db.inDistrict(districtId, work)) as typeof vendor.ctx.db.inDistrict,
  };
  const log = new RequestLog(db, vendor.server.log);
  vendor.server.requestLog = log;
  await vendor.call('GET', '/schools');
  await log.write();
  away = false;
  await log.write();
  const rows = await vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
    textRows(tx, 'select path from request_log where district_id = $1', [tx.districtId]),
  );
  expect(rows).toHaveLength(2);
});
