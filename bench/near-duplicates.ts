/**
 * How long the list of near-duplicates takes in a large district: `node bench/near-duplicates.ts [ADDRESSES]`. A throw-away
 * embedded Postgres is filled with the addresses of one city of fifty zips; then the list is read to its end as the page
 * reads it, and once more by pages of ten. One JSON line, milliseconds a call, from the verb's call to its answer, and this process's processor time.
 */
import { Random } from '../db/seed/synthetic/random.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { nearDuplicates } from '../lib/addresses/near-duplicates.ts';
import type { Context } from '../lib/context.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { fillCity } from './city-of-addresses.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys } from './sync-districts.ts';

const addresses = Number(process.argv[2] ?? 100_000);
const SEED = 1;
const LARGEST = 1_000;

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, benchKeys, { staff: 10, seed: SEED });
  await fillCity(ownerUrl, addresses, new Random(SEED));
  const db = openAsApp(ownerUrl);
  const [district] = await allDistricts(db);
  const ctx = { db, district, now: new Date(), newId } as Context;
  await nearDuplicates(ctx, { limit: LARGEST });
  const before = load();
  const whole = await readToTheEnd(ctx, LARGEST);
  const paged = await readToTheEnd(ctx, 10);
  console.log(
    JSON.stringify({
      bench: 'near-duplicates',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      addresses,
      pairs: whole.pairs,
      pagesOfThousand: whole.figures,
      pagesOfTen: paged.figures,
    }),
  );
  await db.close();
} finally {
  await server.close();
}

async function readToTheEnd(ctx: Context, limit: number) {
  const cpu = process.cpuUsage();
  const times: number[] = [];
  let pairs = 0;
  let cursor: string[] | undefined;
  do {
    const start = performance.now();
    const { data, nextCursor } = await nearDuplicates(ctx, { limit, cursor });
    times.push(performance.now() - start);
    pairs += data.length;
    cursor = nextCursor ? JSON.parse(Buffer.from(nextCursor, 'base64url').toString()) : undefined;
  } while (cursor);
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor((times.length - 1) * share)]?.toFixed(1));
  const all = Math.round(times.reduce((sum, time) => sum + time, 0));
  const { user, system } = process.cpuUsage(cpu);
  const processor = Math.round((user + system) / 1000);
  return { pairs, figures: { processor, calls: times.length, all, p50: at(0.5), p95: at(0.95), max: at(1) } };
}
