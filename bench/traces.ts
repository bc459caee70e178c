/**
 * What traces cost: the same calls in turn on a web process that sends none and on one that sends all of them to a collector in
 * this process: `node bench/traces.ts [ROUNDS]`. Rates of a bearer-protected call (`GET …/staffMembers/sync`), eight at a time, and
 * medians of a PUT, one at a time; processor time of web for each call; web's memory at the end. One JSON line.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestToken } from '../bin/hr/token.ts';
import { textRows, textRun } from '../db/sql-text.ts';
import { type Call, Connection, percentile } from './connection.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { build, type Product, startProduct } from './processes.ts';
import { processorSeconds } from './processor-time.ts';
import { spread } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { Vendor } from './vendor.ts';

const rounds = Number(process.argv[2] ?? 5);
const CONCURRENCY = 8;
const CALLS = 1_500;
const PUTS = 300;
const VARIABLE = 'OTEL_EXPORTER_OTLP_ENDPOINT';

let sentBytes = 0;
const collector = createServer((request, response) => {
  request.on('data', (chunk: Buffer) => {
    sentBytes += chunk.length;
  });
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end());
}).listen(0, '127.0.0.1');

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-traces-'));
const server = await DatabaseServer.embedded();
const products: Product[] = [];
try {
  const feed = join(folder, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff: 1_000, seed: 1, feed });
  const number = await inOnlyDistrict(ownerUrl, async (tx) => {
    await textRun(tx, 'update district set calls_per_minute = 10000000 where id = $1', [tx.districtId]);
    const [one] = await textRows<{ number: string }>(
      tx,
      `select min(staff_number) as number from person p
        where district_id = $1 and staff_number is not null and gender is not null`,
      [tx.districtId],
    );
    return one?.number as string;
  });
  delete process.env[VARIABLE];
  products.push(await startProduct(ownerUrl));
  process.env[VARIABLE] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  products.push(await startProduct(ownerUrl));
  const [off, on] = products as [Product, Product];
  const { appName, clientId, clientSecret } = credentials;
  const { accessToken } = await requestToken({ url: off.baseUrl, appName, clientId }, clientSecret);
  const vendor = new Vendor(off.baseUrl, credentials);
  await vendor.requestToken();
  await vendor.post('start');
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  const api = ({ baseUrl }: Product) => `${baseUrl}/api/businessOfficeIntegration/staffMembers`;
  const many = new Connection(CONCURRENCY);
  const one = new Connection(1);
  let phone = 0;

  const gets = async (product: Product): Promise<void> => {
    let left = CALLS;
    const lane = async () => {
      for (; left > 0; left -= 1) await many.send(`${api(product)}/sync`, { headers });
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  };
  const puts = async (product: Product): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < PUTS; i += 1) {
      phone = (phone + 1) % 10_000;
      const body = JSON.stringify({ workPhone: `763-555-${String(phone).padStart(4, '0')}` });
      const call: Call = { method: 'PUT', headers, body };
      times.push(await one.send(`${api(product)}/${number}`, call));
    }
    return percentile(times, 0.5);
  };
  const measured = async (product: Product) => {
    const processor = processorSeconds(product.webPid);
    const began = performance.now();
    await gets(product);
    const seconds = (performance.now() - began) / 1_000;
    const between = processorSeconds(product.webPid);
    const putMs = await puts(product);
    return {
      getsASecond: CALLS / seconds,
      getProcessorMs: ((between - processor) * 1_000) / CALLS,
      putMs,
      putProcessorMs: ((processorSeconds(product.webPid) - between) * 1_000) / PUTS,
    };
  };
  type Round = Awaited<ReturnType<typeof measured>>;
  const loadBefore = load();
  for (const product of [off, on]) await measured(product);
  const all: { off: Round[]; on: Round[] } = { off: [], on: [] };
  for (let round = 0; round < rounds; round += 1) {
    all.off.push(await measured(off));
    all.on.push(await measured(on));
  }
  const figures = (own: Round[]) => ({
    getsASecond: spread(
      own.map(({ getsASecond }) => getsASecond),
      0,
    ),
    getProcessorMs: spread(
      own.map(({ getProcessorMs }) => getProcessorMs),
      2,
    ),
    putMs: spread(
      own.map(({ putMs }) => putMs),
      2,
    ),
    putProcessorMs: spread(
      own.map(({ putProcessorMs }) => putProcessorMs),
      2,
    ),
  });
  console.log(
    JSON.stringify({
      bench: 'traces',
      rounds,
      off: { ...figures(all.off), memory: memoryOf(off.webPid) },
      on: { ...figures(all.on), memory: memoryOf(on.webPid) },
      sentBytesACall: Math.round(sentBytes / ((rounds + 1) * (CALLS + PUTS))),
      machine: { ...machine(), postgres: await server.version() },
      load: [loadBefore, load()],
    }),
  );
  many.close();
  one.close();
} finally {
  await Promise.all(products.map((product) => product.stop()));
  collector.close();
  await server.close();
  await rm(folder, { recursive: true });
}
