import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testEnvironment } from '../../../db/testing/environment.ts';
import { cryptoKeys } from '../../../lib/crypto/keys.ts';
import { recordFailedCall } from '../../../lib/error-log/record-failed-call.ts';
import { Conflict } from '../../../lib/failure.ts';
import { createApi } from '../../../lib/http/api.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { API_PATH } from '../../../lib/http/paths.ts';
import { testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { bearerGate } from '../../../lib/oauth/bearer-gate.ts';

const schoolNumber = z.strictObject({ schoolNumber: z.string() });
const about = { summary: '', description: '', access: { scope: 'staff.write' } as const };

/** Runs before a school is committed, for the tests that stop a call half way. */
let meanwhile: () => Promise<void> = async () => {};

const api = createApi({
  base: API_PATH,
  gate: bearerGate,
  onFailure: recordFailedCall,
  endpoints: [
    endpoint({
      ...about,
      method: 'POST',
      path: '/schools',
      body: json(schoolNumber),
      answers: { 201: z.object({ id: z.string(), schoolNumber: z.string() }) },
      async verb(ctx, { body }) {
        if (body.schoolNumber === 'none') throw new Conflict('There is no such number.');
        const id = ctx.newId();
        await ctx.db.inDistrict(ctx.district.id, async (tx) => {
          await textRun(
            tx,
            'insert into school (district_id, id, school_number, name) values ($1, $2, $3, $4)',
            [tx.districtId, id, ctx.newId().slice(0, 36), body.schoolNumber],
          );
          await meanwhile();
        });
        return reply(201, { id, ...body }, { location: `/schools/${id}`, etag: '"1"' });
      },
    }),
  ],
});

let vendor: Vendor;
beforeAll(async () => {
  vendor = await testVendor(api);
});

const post = (key: string | undefined, schoolNumber: unknown, from = vendor) =>
  from.call('POST', '/schools', { schoolNumber }, key === undefined ? {} : { 'idempotency-key': key });
const schools = (name: string, from = vendor) =>
  from.ctx.db.inDistrict(from.ctx.district.id, (tx) =>
    textRows(tx, 'select id from school where district_id = $1 and name = $2', [tx.districtId, name]),
  );

describe('Idempotency-Key', () => {
  test('the same key and body: the first answer again, carried out once', async () => {
    const first = await post('k1', 'once');
    const second = await post('k1', 'once');
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('etag')).toBe('"1"');
    expect(second.headers.get('content-type')).toBe('application/json');
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await schools('once')).toHaveLength(1);
  });

  test('without a key, and with another one, a call is a new one', async () => {
    await post(undefined, 'second try');
    await post(undefined, 'second try');
    await post('k2', 'second try');
    await post('k3', 'second try');
    expect(await schools('second try')).toHaveLength(4);
  });

  test('another body is 422 and nothing is done', async () => {
    await post('k4', 'a body');
    const other = await post('k4', 'another body');
    expect(other).toMatchObject({ status: 422, body: { errors: [{ code: 'idempotencyKeyReused' }] } });
    expect(await schools('another body')).toHaveLength(0);
  });

  test('a call repeated while keys are rotated is not carried out again', async () => {
    const own = await testVendor(api);
    const first = await post('k4r', 'rotated', own);
    const [campusKey, campusIndexKey] = [testEnvironment.CAMPUS_KEY, testEnvironment.CAMPUS_INDEX_KEY].map(
      (text) => Buffer.from(text, 'base64'),
    ) as [Buffer, Buffer];
    own.server.keys = cryptoKeys({
      campusKey: Buffer.alloc(32, 'next'),
      campusIndexKey: Buffer.alloc(32, 'next index'),
      campusKeyOld: [campusKey],
      campusIndexKeyOld: [campusIndexKey],
    });
    expect(await post('k4r', 'rotated', own)).toMatchObject({ status: 201, body: first.body });
    expect(await post('k4r', 'another', own)).toMatchObject({ status: 422 });
    expect(await schools('rotated', own)).toHaveLength(1);
    await post('k4s', 'rotated since', own);
    await post('k4s', 'rotated since', own);
    expect(await schools('rotated since', own)).toHaveLength(1);
  });

  test('the same JSON value in another writing is the same body', async () => {
    const writings = [
      '{"schoolNumber":"caf\u00e9"}',
      ' { "schoolNumber" : "caf\\u00e9" }\n',
      '{"school\\u004eumber":"caf\u00e9"}',
    ];
    for (const body of writings)
      expect((await vendor.call('POST', '/schools', body, { 'idempotency-key': 'k4a' })).status).toBe(201);
    expect(await schools('caf\u00e9')).toHaveLength(1);
  });

  test('a 422 is kept and is in the error log twice; a 409 frees the key', async () => {
    const first = await post('k5', 5);
    const again = await post('k5', 5);
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('content-type')).toBe('application/problem+json');
    expect(again.body.errors).toEqual(first.body.errors);
    const logged = (await vendor.errorLog()).filter(({ message }) => message === first.body.detail);
    expect(logged).toHaveLength(2);

    expect((await post('k6', 'none')).status).toBe(409);
    expect((await post('k6', 'some')).status).toBe(201);
  });

  test('one that is still running is 409, and so is one whose answer was lost', async () => {
    const running = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    meanwhile = async () => {
      reached.resolve();
      await running.promise;
    };
    const first = post('k7', 'slow');
    await reached.promise;
    meanwhile = async () => {};
    expect(await post('k7', 'slow')).toMatchObject({ status: 409, body: { retry: true } });
    running.resolve();
    expect((await first).status).toBe(201);
    expect((await post('k7', 'slow')).headers.get('idempotency-replayed')).toBe('true');

    // As a process leaves it that dies between the deed and the answer.
    await vendor.ctx.db.inDistrict(vendor.ctx.district.id, (tx) =>
      textRun(tx, 'update idempotency_key set finished = false where district_id = $1', [tx.districtId]),
    );
    const lost = await post('k7', 'slow');
    expect(lost.status).toBe(409);
    expect(lost.body.detail).toMatch(/new key/);
    expect(await schools('slow')).toHaveLength(1);
  });

  test('one that wrote nothing is taken over after a minute, and then can write no more', async () => {
    const own = await testVendor(api);
    const frozen = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    meanwhile = async () => {
      reached.resolve();
      await frozen.promise;
    };
    const first = post('k8', 'frozen', own);
    await reached.promise;
    meanwhile = async () => {};
    own.server.clock.now = new Date(own.server.clock.now.getTime() + 61_000);
    expect((await post('k8', 'frozen', own)).status).toBe(201);
    frozen.resolve();
    expect((await first).status).toBe(409);
    expect(await schools('frozen', own)).toHaveLength(1);
    expect((await post('k8', 'frozen', own)).headers.get('idempotency-replayed')).toBe('true');
  });

  test('an answer is kept 24 hours, sealed', async () => {
    const own = await testVendor(api);
    await post('k9', 'kept', own);
    const [row] = await own.ctx.db.inDistrict(own.ctx.district.id, (tx) =>
      textRows<{ body: string }>(tx, 'select body from idempotency_key where district_id = $1', [
        tx.districtId,
      ]),
    );
    expect(Buffer.from(row?.body ?? '', 'base64').toString()).not.toContain('kept');
    own.server.clock.now = new Date(own.server.clock.now.getTime() + 25 * 3600_000);
    const token = await own.token();
    const late = await own.call(
      'POST',
      '/schools',
      { schoolNumber: 'kept' },
      { 'idempotency-key': 'k9', authorization: `Bearer ${token}` },
    );
    expect(late.headers.get('idempotency-replayed')).toBeNull();
    expect(await schools('kept', own)).toHaveLength(2);
  });

  test('a key is its client’s own, and a bad one is 422', async () => {
    const other = await testVendor(api);
    await post('k10', 'mine');
    expect((await post('k10', 'theirs', other)).status).toBe(201);
    expect(await post('x'.repeat(256), 'long')).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'badIdempotencyKey' }] },
    });
  });
});
