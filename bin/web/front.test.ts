import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPEN_CONNECTIONS } from '../../lib/limits.ts';
import { createFront } from './front.ts';

const PLAIN = { trustedProxies: 0, https: false, hstsSubdomains: true };
const front = createFront(async (request, response) => {
  const { 'x-request-id': requestId, 'x-forwarded-for': hops } = request.headers;
  response.end(JSON.stringify({ url: request.url, requestId, hops }));
}, PLAIN);
let port: number;

beforeAll(async () => {
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  port = (front.address() as AddressInfo).port;
});
afterAll(() => {
  front.close();
  front.closeAllConnections();
});

/** Sends what no HTTP client would. */
async function raw(head: string): Promise<{ status: number; headers: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head}\r\nHost: campus\r\nConnection: close\r\n\r\n`);
  const [headers = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(headers.split(' ')[1]), headers, body };
}

const seenByNext = async (head: string) => JSON.parse((await raw(head)).body.replace(/^[^{]*|[^}]*$/g, ''));

test("a sane X-Request-Id is the client's own, in Next and in the answer", async () => {
  const answer = await raw('GET /campus HTTP/1.1\r\nX-Request-Id: vendor-7.b_2');
  expect(answer.headers).toContain('X-Request-Id: vendor-7.b_2');
  expect(answer.body).toContain('"requestId":"vendor-7.b_2"');
});

test('Next gets the address that really called, not the one that the sender claims', async () => {
  const { hops } = await seenByNext('GET /campus HTTP/1.1\r\nX-Forwarded-For: 203.0.113.9');
  expect(hops).toBe('127.0.0.1');
});

test.each([
  'GET /campus/swagger/x HTTP/1.1',
  'TRACE /campus HTTP/1.1',
  'GET /campus HTTP/1.1\r\nExpect: magic',
  'GET / HTTP/1.1',
  'this is no HTTP',
])('%j is answered with the fixed headers', async (head) => {
  const { headers } = await raw(head);
  for (const header of [
    "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
    'Referrer-Policy: same-origin',
  ])
    expect(headers).toContain(header);
  expect(headers).not.toContain('Strict-Transport-Security');
});

test.each([
  [true, 'max-age=31536000; includeSubDomains'],
  [false, 'max-age=31536000'],
])('over https browsers stay with https, subdomains included: %j', async (hstsSubdomains, expected) => {
  const own = createFront(async (_, response) => void response.end(), {
    ...PLAIN,
    https: true,
    hstsSubdomains,
  });
  own.listen(0, '127.0.0.1');
  await once(own, 'listening');
  const { headers } = await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}/campus`);
  expect(headers.get('strict-transport-security')).toBe(expected);
  own.close();
});

test('an answer keeps the policy that it sets itself, and has it once', async () => {
  const own = createFront(async (_, response) => {
    response.appendHeader('Content-Security-Policy', "default-src 'self'");
    response.end();
  }, PLAIN);
  own.listen(0, '127.0.0.1');
  await once(own, 'listening');
  const { headers } = await fetch(`http://127.0.0.1:${(own.address() as AddressInfo).port}/campus`);
  expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  expect(headers.get('x-frame-options')).toBe('DENY');
  own.close();
});

test.each(['two words', 'x'.repeat(65), 'a;b', ''])('the X-Request-Id %j is replaced', async (sent) => {
  const answer = await raw(`GET /campus HTTP/1.1\r\nX-Request-Id: ${sent}`);
  expect(answer.headers).toMatch(/X-Request-Id: [0-9a-f-]{36}/);
});

test.each([
  ['GET /campus/x/%ff HTTP/1.1', 400],
  ['TRACE /campus HTTP/1.1', 405],
  ['OPTIONS * HTTP/1.1', 400],
  ['GET /campus HTTP/1.1\r\nExpect: magic', 417],
  [`GET /campus HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}`, 431],
  ['POST /campus HTTP/1.1\r\nContent-Length: abc', 400],
  ['this is no HTTP', 400],
])('%.40j is a problem document of status %i with a request id', async (head, status) => {
  const answer = await raw(head);
  expect(answer.status).toBe(status);
  expect(answer.headers).toContain('Content-Type: application/problem+json');
  const requestId = /X-Request-Id: (\S+)/.exec(answer.headers)?.[1];
  expect(JSON.parse(answer.body.replace(/^[^{]*|[^}]*$/g, ''))).toMatchObject({ status, requestId });
});

test('405 names the methods', async () => {
  expect((await raw('TRACE /campus HTTP/1.1')).headers).toContain(
    'Allow: GET, HEAD, POST, PUT, PATCH, DELETE',
  );
});

test('an upgrade nobody offers is an ordinary request', async () => {
  const answer = await raw('GET /campus HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket');
  expect(answer.status).toBe(200);
});

test.each([
  [
    '/campus/api/businessOfficeIntegration/schools/?limit=1',
    '/campus/api/businessOfficeIntegration/schools?limit=1',
  ],
  ['/campus/oauth2/token/', '/campus/oauth2/token'],
  ['/campus/signin/', '/campus/signin/'],
  ['http://other.example/campus/signin', '/campus/signin'],
  ['/.well-known/oauth-authorization-server/campus', '/campus/.well-known/oauth-authorization-server'],
])('%s is %s to Next', async (target, url) => {
  expect(await seenByNext(`GET ${target} HTTP/1.1`)).toMatchObject({ url });
});

test('the bare origin leads to the app', async () => {
  expect((await raw('GET / HTTP/1.1')).headers).toContain('Location: /campus');
});

test('a body that is answered before its end does not hold up the next request', async () => {
  const hasty = createFront(async (request, response) => {
    if (request.method === 'POST') await once(request, 'data').then(() => request.pause());
    response.end('answered');
  }, PLAIN);
  hasty.listen(0, '127.0.0.1');
  await once(hasty, 'listening');
  const socket = connect((hasty.address() as AddressInfo).port, '127.0.0.1');
  const size = 17 * 1024 * 1024;
  socket.write(`POST /campus HTTP/1.1\r\nHost: campus\r\nContent-Length: ${size}\r\n\r\n`);
  socket.write(Buffer.alloc(size));
  socket.write('GET /campus HTTP/1.1\r\nHost: campus\r\nConnection: close\r\n\r\n');
  expect((await text(socket)).match(/answered/g)).toHaveLength(2);
  hasty.close();
});

test('a process has a limited number of connections open', () => {
  expect(front.maxConnections).toBe(OPEN_CONNECTIONS);
});
