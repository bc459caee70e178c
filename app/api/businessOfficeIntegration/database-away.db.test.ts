import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../../db/client.ts';
import { readyEndpoint } from '../../../lib/health/endpoints.ts';
import { send, testServer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { tokenEndpoint } from '../../../lib/oauth/token-endpoint.ts';
import { api } from './api.ts';

/** A proxy between the app and its database; tests can cut it. */
class Wire {
  port = 0;
  #listening: Server | undefined;
  #sockets = new Set<Socket>();

  async join(): Promise<void> {
    const target = new URL(inject('appUrl'));
    this.#listening = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from);
        from.pipe(to).on('error', () => {});
        from.on('error', () => {}).on('close', () => to.destroy());
      }
    });
    this.#listening.listen(this.port, '127.0.0.1');
    await once(this.#listening, 'listening');
    this.port = (this.#listening.address() as AddressInfo).port;
  }

  cut(): void {
    this.#listening?.close();
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
  }
}

const wire = new Wire();
let vendor: Vendor;
let db: Database;
let schools: () => ReturnType<Vendor['call']>;
let token: () => ReturnType<Vendor['call']>;

beforeAll(async () => {
  await wire.join();
  vendor = await testVendor(api);
  const bearer = await vendor.token();
  const url = new URL(inject('appUrl'));
  url.hostname = '127.0.0.1';
  url.port = String(wire.port);
  db = openDatabase(url.href, { max: 2 });
  const server = testServer({ db });
  schools = () =>
    send(server, api, '/api/businessOfficeIntegration/schools', {
      headers: { authorization: `Bearer ${bearer}` },
    });
  token = () =>
    send(server, tokenEndpoint, `/oauth2/token?appName=${vendor.ctx.district.appName}`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: vendor.client.clientId,
        client_secret: vendor.client.clientSecret,
      }),
    });
});
afterAll(async () => {
  wire.cut();
  await db.close();
});

test('a database that is away is 503 with Retry-After, and the same process goes on when it is back', async () => {
  wire.cut();
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const answer = await schools();
    expect(answer).toMatchObject({ status: 503, body: { title: 'Service Unavailable' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    const refused = await token();
    expect(refused).toMatchObject({ status: 503, body: { error: 'temporarily_unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('5');

    await wire.join();
    expect((await schools()).status).toBe(200);
    expect((await token()).status).toBe(200);
    wire.cut();
  }
});

test('ready says what is not well, and no more', async () => {
  const away = await send(testServer({ db }), readyEndpoint, '/api/health/ready');
  expect(away).toMatchObject({
    status: 503,
    body: { status: 'unavailable', database: false, migrations: false, worker: false },
  });
  const workerless = await send(vendor.server, readyEndpoint, '/api/health/ready');
  expect(workerless).toMatchObject({
    status: 503,
    body: { status: 'unavailable', database: true, migrations: true, worker: false },
  });
});
