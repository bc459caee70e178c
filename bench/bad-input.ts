/**
 * Whatever is sent is answered: `node bench/bad-input.ts [GENERATED] [SEED]`. The listed requests, then generated ones
 * (fast-check), eight at a time, to the built product with its worker, on a throw-away database. One JSON line; ends
 * with 1 if an answer was a 5xx, a 4xx without a problem document, or a 422 that names no field.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { requestToken } from '../bin/hr/token.ts';
import { openDatabase } from '../db/client.ts';
import { textRows } from '../db/sql-text.ts';
import { type BadRequest, badRequest, listedRequests } from './bad-requests.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { build, type Product, startProduct } from './processes.ts';
import { syntheticDistrict } from './sync-districts.ts';

const [generated = 50_000, seed = 1] = process.argv.slice(2).map(Number);
const CONCURRENCY = 8;
const CHUNK = 1_000;
const WARM = 5_000;
const PATIENCE_MS = 30_000;

interface Found {
  statuses: Record<number, number>;
  faults: { request: string; status: number; why: string }[];
}

async function send(baseUrl: string, token: string, request: BadRequest, found: Found) {
  const response = await fetch(`${baseUrl}/api/businessOfficeIntegration${request.path}`, {
    method: request.method,
    headers: { authorization: `Bearer ${token}`, ...request.headers },
    body: request.body as BodyInit | undefined,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  found.statuses[response.status] = (found.statuses[response.status] ?? 0) + 1;
  const why = faultOf(response, text);
  if (why)
    found.faults.push({
      request: `${request.method} ${request.path} ${String(request.body).slice(0, 300)}`,
      status: response.status,
      why,
    });
}

function faultOf(response: Response, text: string): string | undefined {
  if (response.status >= 500) return 'a 5xx';
  if (response.status < 400) return undefined;
  if (response.headers.get('content-type') !== 'application/problem+json') return 'no problem document';
  const { detail, errors } = JSON.parse(text);
  if (!detail) return 'no detail';
  const named = errors?.every(
    ({ pointer, message }: Record<string, unknown>) => typeof pointer === 'string' && message,
  );
  return response.status === 422 && !(errors?.length > 0 && named) ? 'no field is named' : undefined;
}

async function sendAll(requests: readonly BadRequest[], one: (request: BadRequest) => Promise<void>) {
  const waiting = requests.values();
  const lane = async () => {
    for (const request of waiting) await one(request);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
}

await build();
const folder = await mkdtemp(join(tmpdir(), 'campus-boi-bad-input-'));
const server = await DatabaseServer.embedded();
let product: Product | undefined;
try {
  const district = await syntheticDistrict(server, {
    staff: 100,
    seed: 1,
    feed: join(folder, 'feed.ndjson'),
  });
  const owner = openDatabase(district.ownerUrl, { max: 1 });
  await textRows(owner, 'update district set calls_per_minute = 1000000000');
  await owner.close();
  product = await startProduct(district.ownerUrl);
  const { baseUrl, webPid, workerPid } = product;
  const { appName, clientId, clientSecret } = district.credentials;
  const { accessToken } = await requestToken({ url: baseUrl, appName, clientId }, clientSecret);
  const found: Found = { statuses: {}, faults: [] };
  const one = (request: BadRequest) => send(baseUrl, accessToken, request, found);

  const started = performance.now();
  const listed = listedRequests();
  await sendAll(listed, one);
  let warm: number | undefined;
  for (let at = 0; at < generated; at += CHUNK) {
    await sendAll(
      fc.sample(badRequest, { numRuns: Math.min(CHUNK, generated - at), seed: seed * 1_000_000 + at }),
      one,
    );
    if (at + CHUNK >= WARM) warm ??= memoryOf(webPid).now;
    console.error(`${at + CHUNK} sent, ${found.faults.length} faults`);
  }
  const alive = await fetch(`${baseUrl}/api/health/ready`);
  const result = {
    bench: 'bad-input',
    listed: listed.length,
    generated,
    seed,
    seconds: Math.round((performance.now() - started) / 1000),
    statuses: found.statuses,
    faults: found.faults.length,
    firstFaults: found.faults.slice(0, 5),
    ready: alive.status,
    webMegabytes: { warm, end: memoryOf(webPid).now, peak: memoryOf(webPid).peak },
    workerMegabytes: memoryOf(workerPid).peak,
    machine: machine(),
    load: load(),
  };
  console.log(JSON.stringify(result));
  if (found.faults.length > 0 || alive.status !== 200) process.exitCode = 1;
} finally {
  await product?.stop();
  await server.close();
  await rm(folder, { recursive: true });
}
