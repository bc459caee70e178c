import { once } from 'node:events';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import type { Answer } from '../../lib/http/direct-calls.ts';
import { withDirectCalls } from './direct-calls.ts';

let running: Server | undefined;
afterEach(() => {
  running?.close();
  running?.closeAllConnections();
});

/** A server whose `/api` answers, and what it answers to a request. */
async function served(answer: Answer) {
  const handle = withDirectCalls(
    (path) => (path.startsWith('/api') ? answer : undefined),
    async (_, response) => void response.end('Next'),
  );
  const server = createServer(
    (request, response) => void handle(request, response).catch(() => response.destroy()),
  ).listen(0, '127.0.0.1');
  running = server;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
  ) => {
    const { body, ...rest } = options;
    const sent = ask({ port, host: '127.0.0.1', path, ...rest });
    sent.on('error', () => {});
    sent.end(body);
    return sent;
  };
}

async function answerTo(sent: ReturnType<typeof ask>) {
  const [response] = await once(sent, 'response');
  return {
    status: response.statusCode,
    reason: response.statusMessage,
    headers: response.headers,
    body: await buffer(response),
  };
}

test('what is no direct call goes to Next', async () => {
  const send = await served(async () => new Response('direct'));
  expect(String((await answerTo(send('/campus'))).body)).toBe('Next');
  expect(String((await answerTo(send('/api/x'))).body)).toBe('direct');
});

test('path, query, method, headers and body arrive, and status and headers go back', async () => {
  const send = await served(async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers({ location: '/x' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    const seen = `${request.method} ${pathname}${search} ${request.headers.get('x-one')} ${await request.text()}`;
    return new Response(seen, { status: 201, headers });
  });
  const answer = await answerTo(
    send('/api/a%20b?q=1&q=2', {
      method: 'PUT',
      headers: { 'x-one': 'one', host: 'not a host!' },
      body: 'Muñoz',
    }),
  );
  expect(answer).toMatchObject({
    status: 201,
    reason: 'Created',
    headers: { location: '/x', 'set-cookie': ['a=1', 'b=2'] },
  });
  expect(String(answer.body)).toBe('PUT /api/a%20b?q=1&q=2 one Muñoz');
});

test('HEAD and 204 have no body', async () => {
  const send = await served(
    async (request) => new Response(null, { status: request.method === 'HEAD' ? 200 : 204 }),
  );
  for (const [method, status] of [
    ['HEAD', 200],
    ['OPTIONS', 204],
  ] as const) {
    const answer = await answerTo(send('/api', { method }));
    expect([answer.status, answer.body.length]).toEqual([status, 0]);
  }
});

test('a long JSON answer is compressed for those who take it', async () => {
  const long = JSON.stringify(Array.from({ length: 1_000 }, (_, at) => ({ at })));
  const send = await served(
    async () => new Response(long, { headers: { 'content-type': 'application/json' } }),
  );
  const packed = await answerTo(send('/api', { headers: { 'accept-encoding': 'gzip' } }));
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(String(gunzipSync(packed.body))).toBe(long);
  const plain = await answerTo(send('/api'));
  expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, long]);
});

test('a short answer tells its length, and is not compressed', async () => {
  const send = await served(async () => Response.json({ name: 'Muñoz' }));
  const { headers, body } = await answerTo(send('/api', { headers: { 'accept-encoding': 'gzip, br' } }));
  expect([headers['content-encoding'], headers['content-length']]).toEqual([undefined, '17']);
  expect(String(body)).toBe('{"name":"Muñoz"}');
});

test('an answer of many pieces is sent as they come, and ends where its reader leaves', async () => {
  const left = Promise.withResolvers<void>();
  const pieces = new ReadableStream<Uint8Array>({
    pull: (stream) => stream.enqueue(Buffer.alloc(100_000, 'x')),
    cancel: () => left.resolve(),
  });
  const send = await served(async () => new Response(pieces));
  const sent = send('/api');
  const [response] = await once(sent, 'response');
  await once(response, 'data');
  sent.destroy();
  await left.promise;
});

test('an answer before the end of a large body arrives', async () => {
  const send = await served(async () => new Response('too large', { status: 413 }));
  const answer = await answerTo(send('/api', { method: 'POST', body: Buffer.alloc(8 * 1024 * 1024) }));
  expect(answer.status).toBe(413);
});

test('a sender who hangs up ends the body with an error, and nobody else’s call', async () => {
  const ended = Promise.withResolvers<unknown>();
  const send = await served(async (request) => {
    if (request.method === 'GET') return new Response('alive');
    await request.text().catch(ended.resolve);
    return new Response('late');
  });
  const cut = send('/api', { method: 'POST', headers: { 'content-length': '100' }, body: 'half' });
  setTimeout(() => cut.destroy(), 200);
  expect(String(await ended.promise)).toContain('aborted');
  expect(String((await answerTo(send('/api'))).body)).toBe('alive');
});
