import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { CampusMetrics } from '../../lib/metrics/campus-metrics.ts';
import { areaOf } from './area-of.ts';
import { counted } from './counted.ts';
import { serveMetrics } from './serve-metrics.ts';

test('metrics, live and ready are answered on a port of their own; anything else is not', async () => {
  let ready = false;
  const metrics = new CampusMetrics('web', () => undefined);
  const settings = { port: 0, host: '127.0.0.1', isReady: async () => ready };
  const server = await serveMetrics(metrics, settings);
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: answer.status, text: await answer.text() };
  };
  expect((await ask('/metrics')).text).toContain('campus_database_up{process="web"} 0');
  expect((await ask('/live')).status).toBe(200);
  expect((await ask('/ready')).status).toBe(503);
  ready = true;
  expect((await ask('/ready')).status).toBe(200);
  expect((await ask('/campus')).status).toBe(404);
  expect((await ask('/metrics', { method: 'POST' })).status).toBe(405);
});

test('a request is counted when its answer has ended, and as cut when its connection ended first', async () => {
  const metrics = new CampusMetrics('web', () => undefined);
  const handle = counted(metrics, async (request, response) => {
    if (request.url === '/cut') return void response.destroy();
    response.writeHead(404).end();
  });
  const server = createServer((request, response) => void handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await (await fetch(`${url}/campus/api/businessOfficeIntegration/schools`)).text();
  await fetch(`${url}/cut`).catch(() => {});
  await expect
    .poll(async () => (await metrics.text()).match(/^campus_http_requests_total.*$/gm))
    .toEqual([
      'campus_http_requests_total{area="api",status="4xx",process="web"} 1',
      'campus_http_requests_total{area="page",status="cut",process="web"} 1',
    ]);
});

test.each([
  ['/campus/api/businessOfficeIntegration/staffMembers/10058', 'api'],
  ['/campus/api/admin/users', 'admin'],
  ['/campus/api/auth/callback', 'sign-in'],
  ['/campus/oauth2/token?appName=x', 'oauth2'],
  ['/campus/api/health/live', 'health'],
  ['/campus/_next/static/chunks/a.js', 'static'],
  ['/campus/staff', 'page'],
  ['/%00../etc/passwd', 'page'],
])('%s is counted under %s', (path, area) => {
  expect(areaOf(path)).toBe(area);
});
