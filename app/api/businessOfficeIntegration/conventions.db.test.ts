import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { textRun } from '../../../db/sql-text.ts';
import { recordFailedCall } from '../../../lib/error-log/record-failed-call.ts';
import { Conflict } from '../../../lib/failure.ts';
import { createApi } from '../../../lib/http/api.ts';
import { endpoint, json, reply, uncheckedJson } from '../../../lib/http/endpoint.ts';
import { API_PATH } from '../../../lib/http/paths.ts';
import { ORIGIN, send, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { bearerGate } from '../../../lib/oauth/bearer-gate.ts';

/** An API of the conventions alone: whatever its endpoints do, they are kept. */
const access = { scope: 'staff.write' } as const;
const about = { summary: '', description: '', access };
const thing = z.strictObject({ name: z.string(), ssn: z.string().optional() });
const api = createApi({
  base: API_PATH,
  gate: bearerGate,
  onFailure: recordFailedCall,
  endpoints: [
    endpoint({
      ...about,
      method: 'POST',
      path: '/things',
      body: json(thing),
      answers: { 201: z.object({ name: z.string() }) },
      verb: async (_ctx, { body }) => reply(201, body, { location: `/things/${body.name}`, etag: '"1"' }),
    }),
    endpoint({
      ...about,
      method: 'GET',
      path: '/things/{id}',
      params: z.object({ id: z.string().regex(/^[a-z/]+$/) }),
      query: z.object({ colour: z.enum(['red', 'blue']).optional() }),
      answers: { 200: z.object({ id: z.string() }) },
      verb: async (_ctx, { params }) => reply(200, { ...params, secret: 'never leaves' }),
    }),
    endpoint({
      ...about,
      method: 'GET',
      path: '/things/special',
      answers: { 200: z.object({ special: z.boolean() }) },
      verb: async () => reply(200, { special: true }),
    }),
    endpoint({
      ...about,
      method: 'POST',
      path: '/things/echo',
      body: uncheckedJson(z.unknown()),
      answers: { 200: z.unknown() },
      verb: async (_ctx, { body }) => reply(200, body),
    }),
    endpoint({
      ...about,
      method: 'POST',
      path: '/things/conflict',
      answers: { 204: null },
      verb: async () => {
        throw new Conflict('It is there already.', [], { jobId: 'j1', status: 'no fact hides a member' });
      },
    }),
    endpoint({
      ...about,
      method: 'POST',
      path: '/things/broken',
      answers: { 204: null },
      verb: (ctx) =>
        ctx.db.inDistrict(ctx.district.id, async (tx) => {
          await textRun(
            tx,
            'insert into school (district_id, id, school_number, name) values ($1, $2, $3, $4)',
            [tx.districtId, ctx.newId(), '001', 'a secret value'],
          );
          return reply(204, null);
        }),
    }),
  ],
});

let vendor: Vendor;
beforeAll(async () => {
  vendor = await testVendor(api);
});

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const MEDIA = { 'content-type': 'text/plain' };
type Case = [
  name: string,
  status: number,
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
];
const refused: Case[] = [
  ['no token', 401, 'GET', '/things/a', undefined, { authorization: '' }],
  ['an unknown token', 401, 'GET', '/things/a', undefined, { authorization: 'Bearer abc.def' }],
  ['an unknown path', 404, 'GET', '/nothing'],
  ['the base itself', 404, 'GET', ''],
  ['a path beyond one', 404, 'GET', '/things/a/b'],
  ['an empty segment', 404, 'GET', '/things//'],
  ['a path in other case', 404, 'POST', '/Things', { name: 'x' }],
  ['a parameter that fits nothing', 404, 'GET', '/things/007'],
  ['NUL in a path', 404, 'GET', '/things/%00'],
  ['a path that is no UTF-8', 404, 'GET', '/things/%ff'],
  ['a wrong method', 405, 'DELETE', '/things'],
  ['a wrong method with a body', 405, 'PATCH', '/things', { name: 'x' }],
  ['a wrong method of a literal path', 405, 'GET', '/things/echo'],
  ['an unknown parameter', 400, 'GET', '/things/a?color=red'],
  ['a parameter where none is known', 400, 'POST', '/things?x=1', { name: 'x' }],
  ['a parameter twice', 400, 'GET', '/things/a?colour=red&colour=blue'],
  ['a query that is no UTF-8', 400, 'GET', '/things/a?colour=%ff'],
  ['NUL in a query', 400, 'GET', '/things/a?colour=%00'],
  ['a bad value of a parameter', 422, 'GET', '/things/a?colour=green'],
  ['no body', 400, 'POST', '/things'],
  ['an empty body', 400, 'POST', '/things', ''],
  ['malformed JSON', 400, 'POST', '/things', '{"name":'],
  ['JSON nested too deep', 400, 'POST', '/things/echo', deep(33)],
  ['a million levels', 400, 'POST', '/things/echo', '['.repeat(1_000_000)],
  ['a name twice', 400, 'POST', '/things', '{"name":"a","name":"b"}'],
  ['NUL in a string', 400, 'POST', '/things', '{"name":"\\u0000"}'],
  ['a lone surrogate', 400, 'POST', '/things', '{"name":"\\ud800"}'],
  ['another media type', 415, 'POST', '/things', '{"name":"x"}', MEDIA],
  ['no media type', 415, 'POST', '/things', '{"name":"x"}', { 'content-type': '' }],
  [
    'another charset',
    415,
    'POST',
    '/things',
    '{"name":"x"}',
    { 'content-type': 'application/json; charset=latin1' },
  ],
  ['gzip', 415, 'POST', '/things', '{"name":"x"}', { 'content-encoding': 'gzip' }],
  ['more than 16 MiB', 413, 'POST', '/things', `{"name":"${'x'.repeat(16 * 1024 * 1024)}"}`],
  ['a wrong type', 422, 'POST', '/things', { name: 7 }],
  ['null for the body', 422, 'POST', '/things', 'null'],
  ['a list for the body', 422, 'POST', '/things', []],
  ['an unknown property', 422, 'POST', '/things', { name: 'x', nmae: 'y' }],
  [
    '__proto__, which is just an unknown property',
    422,
    'POST',
    '/things',
    '{"name":"x","__proto__":{"a":1}}',
  ],
  ['a body where none is taken', 422, 'POST', '/things/conflict', { restart: true }],
  ['a conflict', 409, 'POST', '/things/conflict'],
];

describe('every refusal is a problem document', () => {
  test.each(refused)('%s: %i', async (_name, status, method, path, body, headers) => {
    const answer = await vendor.call(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.body).toMatchObject({
      type: 'about:blank',
      title: expect.any(String),
      status,
      detail: expect.stringMatching(/\.$/),
      instance: new URL(`${ORIGIN}${API_PATH}${path}`).pathname,
      requestId: answer.headers.get('x-request-id'),
    });
    for (const error of answer.body.errors ?? [])
      expect(error).toMatchObject({
        pointer: expect.any(String),
        code: expect.any(String),
        message: expect.any(String),
      });
  });

  test('what a client can correct is named', async () => {
    const { body } = await vendor.call('POST', '/things', { nmae: 'x', ssn: 7 });
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer: '/name', code: 'required' }),
      expect.objectContaining({ pointer: '/ssn', code: 'notAString' }),
      expect.objectContaining({
        pointer: '/nmae',
        code: 'unknownProperty',
        hint: expect.stringContaining('name'),
      }),
    ]);
    const query = await vendor.call('GET', '/things/a?color=red');
    expect(query.body.errors).toEqual([
      expect.objectContaining({ pointer: '/color', code: 'unknownParameter', hint: 'Did you mean colour?' }),
    ]);
  });

  test('401 challenges; only a call with a bad token learns why', async () => {
    const none = await vendor.call('GET', '/things/a', undefined, { authorization: '' });
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    const wrong = await vendor.call('GET', '/things/a', undefined, { authorization: 'Bearer abc.def' });
    expect(wrong.headers.get('www-authenticate')).toMatch(/^Bearer error="invalid_token"/);
  });

  test('403 names the scope', async () => {
    const reader = await testVendor(api, { scopes: ['staff.read'] });
    const answer = await reader.call('GET', '/things/a');
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain('staff.write');
    expect(answer.headers.get('www-authenticate')).toBe(
      'Bearer error="insufficient_scope", scope="staff.write"',
    );
  });

  test('405 names the methods there are', async () => {
    expect((await vendor.call('DELETE', '/things')).headers.get('allow')).toBe('POST, OPTIONS');
    expect((await vendor.call('PUT', '/things/a')).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  test('facts are added to the members and never replace them', async () => {
    const { body } = await vendor.call('POST', '/things/conflict');
    expect(body).toMatchObject({ jobId: 'j1', status: 409 });
  });

  test('a fault of ours is 500; the log has SQLSTATE and constraint, no value', async () => {
    const answer = await vendor.call('POST', '/things/broken');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/school|constraint|secret/);
    const logged = vendor.server.lines.filter((line) => line.includes(answer.body.requestId)).join();
    expect(logged).toContain('23505');
    expect(logged).toContain('school_districtId_schoolNumber_unique');
    expect(logged).not.toContain('secret value');
  });
});

describe('answers', () => {
  test('are let out by their schema only', async () => {
    expect((await vendor.call('GET', '/things/a')).body).toEqual({ id: 'a' });
  });

  test('201 has the absolute Location, and the ETag', async () => {
    const { status, headers } = await vendor.call('POST', '/things', { name: 'x' });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`${ORIGIN}${API_PATH}/things/x`);
    expect(headers.get('etag')).toBe('"1"');
  });

  test('a literal path goes before a parameter, an escaped slash stays in one', async () => {
    expect((await vendor.call('GET', '/things/special')).body).toEqual({ special: true });
    expect((await vendor.call('GET', '/things/a%2Fb')).body).toEqual({ id: 'a/b' });
    expect((await vendor.call('GET', '/things/a/')).body).toEqual({ id: 'a' });
  });

  test("a sane X-Request-Id is the client's, any other is replaced", async () => {
    const given = await vendor.call('GET', '/things/a', undefined, { 'x-request-id': 'hr-1' });
    expect(given.headers.get('x-request-id')).toBe('hr-1');
    const odd = await vendor.call('GET', '/things/a', undefined, { 'x-request-id': 'a b' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('HEAD is GET without the body, OPTIONS tells the methods without a token', async () => {
    expect(await vendor.call('HEAD', '/things/a')).toMatchObject({ status: 200, body: undefined });
    const options = await vendor.call('OPTIONS', '/things/a', undefined, { authorization: '' });
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  });

  test('whatever JSON is sound comes through as it is', async () => {
    const sent = { __proto__: null, deep: JSON.parse(deep(31)), big: 1e300, text: '😀\u2028' };
    const { body } = await vendor.call('POST', '/things/echo', JSON.stringify(sent));
    expect(body).toEqual(JSON.parse(JSON.stringify(sent)));
    expect((await vendor.call('POST', '/things/echo', '\ufeff[1]')).body).toEqual([1]);
  });
});

describe('ERR-1 every failed call of a district is in its error log', () => {
  test.each(refused.filter(([name]) => !['no token', 'an unknown token'].includes(name)))(
    '%s: %i',
    async (_name, status, method, path, body, headers) => {
      const requestId = `log-${Math.random().toString(36).slice(2)}`;
      await vendor.call(method, path, body, { ...headers, 'x-request-id': requestId });
      const rows = (await vendor.errorLog()).filter((row) => row.request_id === requestId);
      expect(rows).toEqual([
        expect.objectContaining({
          action: method,
          path: new URL(`${ORIGIN}${API_PATH}${path}`).pathname,
          status,
          message: expect.stringMatching(/\.$/),
          client_id: vendor.client.clientId,
        }),
      ]);
      if (body && status !== 400 && status !== 413) expect(rows[0]?.payload).toBeTruthy();
    },
  );

  test('ERR-3 the payload is as sent but for the SSN; of an unreadable or too large one a part is kept', async () => {
    const own = await testVendor(api);
    await own.call('POST', '/things', '{ "ssn":"123-45-6789",\n "name":7 }');
    await own.call('POST', '/things', '{ "ssn":"123-45-6789", "name" }');
    await own.call('POST', '/things', `{"ssn":"123-45-6789","name":"${'x'.repeat(17 * 1024 * 1024)}"}`);
    await own.call('DELETE', '/things', '{"ssn":"123-45-6789"}');
    const [wrong, unreadable, large, method] = (await own.errorLog()).map((row) => row.payload);
    expect(wrong).toBe('{ "ssn":"***-**-****",\n "name":7 }');
    expect(unreadable).toBe('{ "ssn":"***-**-****", "name" }');
    expect(large).toMatch(/^\{"ssn":"\*\*\*-\*\*-\*\*\*\*","name":"x+…$/);
    expect(large?.length).toBeLessThan(17_000);
    expect(method).toBe('{"ssn":"***-**-****"}');
  });

  test('ERR-3 a body in another encoding is in the error log as text, masked', async () => {
    const own = await testVendor(api);
    const text = '{"name":"Peña","ssn":"123-45-6789"}';
    const json = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` });
    const bytes = (encoding: BufferEncoding) => Buffer.from(text, encoding) as unknown as string;
    await own.call('POST', '/things', bytes('latin1'), json('utf-8'));
    await own.call('POST', '/things', bytes('latin1'), json('iso-8859-1'));
    await own.call('POST', '/things', bytes('utf16le'), json('utf-16'));
    const masked = '{"name":"Peña","ssn":"***-**-****"}';
    expect(await own.errorLog()).toMatchObject([
      { status: 400, payload: masked },
      { status: 415, payload: masked },
      { status: 415, payload: masked },
    ]);
  });

  test('an expired token tells the log of its district, one of nobody tells none', async () => {
    const own = await testVendor(api);
    const token = await own.token();
    own.server.clock.now = new Date('2026-11-24T20:00:00Z');
    await own.call('GET', '/things/a', undefined, { authorization: `Bearer ${token}` });
    await send(own.server, api, '/api/businessOfficeIntegration/things/a');
    expect(await own.errorLog()).toMatchObject([
      { status: 401, client_id: own.client.clientId, message: expect.stringContaining('expired') },
    ]);
  });

  test('it names the person of the call', async () => {
    const own = await testVendor(api);
    await own.call('POST', '/things', { staffNumber: '10058' });
    expect(await own.errorLog()).toMatchObject([
      { staff_number: '10058', payload: '{"staffNumber":"10058"}' },
    ]);
  });
});
