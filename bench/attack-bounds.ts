/**
 * One caller can't stop the others: `node bench/attack-bounds.ts`. Sends the requests of bench/attack/heavy-requests.ts to
 * the built product, one after another, each after the last was answered, and asks `GET api/health/live` all the time.
 * Then a second district transfers 2,000 staff, idle and while the first one has slow uploads open. Two districts, embedded
 * Postgres. One JSON line, milliseconds and megabytes; ends with 1 if an answer was a 5xx.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { requestToken } from '../bin/hr/token.ts';
import { openDatabase } from '../db/client.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRows } from '../db/sql-text.ts';
import { Health } from './attack/health.ts';
import { HEAVY_REQUESTS, type HeavyRequest, withStreets } from './attack/heavy-requests.ts';
import { slowUploads } from './attack/slow-uploads.ts';
import { percentile } from './connection.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { build, startProduct } from './processes.ts';
import { sessionCookie } from './session.ts';
import { benchKeys } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const STAFF = 2_000;
const REPEATS = 5;
const PATIENCE_MS = 120_000;

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-attack-'));
const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const attacker = await seedSynthetic(ownerUrl, benchKeys, { staff: 100, seed: 1, appName: 'attacker' });
  const feed = join(folder, 'feed.ndjson');
  const other = await seedSynthetic(ownerUrl, benchKeys, { staff: STAFF, seed: 2, appName: 'other', feed });
  const owner = openDatabase(ownerUrl, { max: 1 });
  await textRows(owner, 'update district set calls_per_minute = 1000000000');
  await owner.close();

  const product = await startProduct(ownerUrl);
  const { baseUrl, webPid } = product;
  const health = new Health(baseUrl);
  try {
    const { accessToken } = await requestToken({ url: baseUrl, ...attacker }, attacker.clientSecret);
    const client = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const admin = {
      cookie: await sessionCookie(baseUrl, attacker),
      origin: new URL(baseUrl).origin,
      'content-type': 'application/json',
    };
    const urlOf = ({ by, path }: Pick<HeavyRequest, 'by' | 'path'>) =>
      `${baseUrl}/api/${by === 'client' ? 'businessOfficeIntegration' : 'admin'}${path}`;
    const send = async (request: HeavyRequest): Promise<number> => {
      const { by, method = 'POST', headers, body } = request;
      const answer = await fetch(urlOf(request), {
        method,
        headers: { ...(by === 'client' ? client : admin), ...headers },
        body: body?.() as BodyInit | undefined,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const store = (staff: object) =>
      send({ name: '', by: 'client', path: '/staffMembers', body: () => JSON.stringify(staff) });
    await send({ name: '', by: 'client', path: '/staffMembers/sync/start' });
    for (const [i, chars] of [...Array(2).fill(248), ...Array(25).fill(24)].entries()) {
      const status = await store(withStreets(`streets${i}`, i * 80, chars));
      if (status !== 201) throw new Error(`The addresses were answered ${status}.`);
    }

    await sleep(1_000);
    await health.slowest();
    await sleep(3_000);
    const idle = { slowestHealth: await health.slowest(), webMegabytes: memoryOf(webPid).now };
    const heavy: object[] = [];
    let refused = true;
    for (const request of HEAVY_REQUESTS) {
      await sleep(200);
      await health.slowest();
      const began = performance.now();
      const status = await send(request);
      const milliseconds = Math.round(performance.now() - began);
      refused &&= status < 500;
      heavy.push({
        request: request.name,
        status,
        milliseconds,
        slowestHealth: await health.slowest(),
        webPeak: memoryOf(webPid).peak,
      });
      console.error(JSON.stringify(heavy.at(-1)));
    }

    const vendor = new Vendor(baseUrl, other);
    await vendor.requestToken();
    const transfer = async (): Promise<number> => {
      await vendor.post('start');
      const began = performance.now();
      await vendor.stream('transfer', createReadStream(feed));
      return performance.now() - began;
    };
    const line = '{"staffNumber":"slow","lastName":"S","firstName":"S","gender":"F"}\n';
    const lines = { 'content-type': 'application/x-ndjson' };
    const places = [
      [urlOf({ by: 'client', path: '/staffMembers/sync/transfer' }), { ...client, ...lines }],
      [urlOf({ by: 'admin', path: '/sync/upload/drafts?name=attack.csv' }), { ...admin, ...lines }],
    ] as const;
    const alone: number[] = [];
    const beside: number[] = [];
    await transfer();
    // In turn, because the machine's other work changes.
    for (let round = 0; round < REPEATS; round += 1) {
      alone.push(await transfer());
      const ends = await Promise.all(
        places.map(([url, headers]) => slowUploads(url, { headers, count: 4, line })),
      );
      await sleep(500);
      beside.push(await transfer());
      for (const end of ends) end();
      await sleep(500);
    }
    const [idleTransfer, slowTransfer] = [alone, beside].map((times) => percentile(times, 0.5)) as [
      number,
      number,
    ];

    console.log(
      JSON.stringify({
        bench: 'attack-bounds',
        idle,
        slowestHealth: Math.max(...heavy.map((one) => (one as { slowestHealth: number }).slowestHealth)),
        webMegabytes: memoryOf(webPid),
        slowUploads: {
          open: 8,
          idleTransfer,
          slowTransfer,
          ratio: Number((slowTransfer / idleTransfer).toFixed(2)),
          idleTimes: alone.map(Math.round),
          slowTimes: beside.map(Math.round),
        },
        heavy,
        machine: { ...machine(), postgres: await server.version() },
        load: load(),
      }),
    );
    if (!refused) process.exitCode = 1;
  } finally {
    await health.close();
    await product.stop();
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true });
}
