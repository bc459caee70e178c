import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressStatic } from '../up/compress-static.ts';
import { withCompressedStatic } from './compressed-static.ts';

const SCRIPT = 'export const answer = 42;'.repeat(100);
const folder = mkdtempSync(join(tmpdir(), 'campus-boi-static-'));
let origin: string;
let server: ReturnType<typeof createServer>;

beforeAll(async () => {
  mkdirSync(join(folder, 'static/chunks'), { recursive: true });
  writeFileSync(join(folder, 'static/chunks/a.js'), SCRIPT);
  writeFileSync(join(folder, 'secret.br'), 'not to be had');
  await compressStatic(folder);
  const handle = withCompressedStatic(folder, async (_, response) => void response.end('from Next'));
  server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, encoding: string) =>
  fetch(origin + path, { headers: { 'accept-encoding': encoding } });

test('a client that accepts Brotli gets the copy, and can read the script', async () => {
  const answer = await ask('/campus/_next/static/chunks/a.js?dpl=1', 'gzip, deflate, br');
  expect(await answer.text()).toBe(SCRIPT);
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('content-type')).toMatch('javascript');
  expect(answer.headers.get('cache-control')).toMatch('immutable');
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 10);
});

test.each([
  ['/campus/_next/static/chunks/a.js', 'gzip'],
  ['/campus/_next/static/chunks/a.js', 'gzip, br;q=0'],
  ['/campus/_next/static/chunks/b.js', 'br'],
  ['/campus/_next/static/..%2fsecret', 'br'],
])('%s with %s is Next’s to answer', async (path, encoding) => {
  expect(await (await ask(path, encoding)).text()).toBe('from Next');
});
