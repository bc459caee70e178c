/**
 * How long an address search takes in a large district: `node bench/address-search.ts [ADDRESSES]`. A throw-away embedded
 * Postgres is filled with the addresses of one city of fifty zips, then searched for known ones, each spelled wrongly in
 * one part. One JSON line, milliseconds, from the verb's call to its answer; the goal is 20 among 1,000,000.
 */
import { Random } from '../db/seed/synthetic/random.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRows } from '../db/sql-text.ts';
import type { AddressComponents } from '../lib/address/components.ts';
import { findAddresses } from '../lib/address/find.ts';
import type { Context } from '../lib/context.ts';
import { fillCity, TAGS } from './city-of-addresses.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys } from './sync-districts.ts';

const addresses = Number(process.argv[2] ?? 1_000_000);
const SEARCHES = 2000;
const SEED = 1;
const random = new Random(SEED);

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, benchKeys, { staff: 10, seed: SEED });
  const made = (await fillCity(ownerUrl, addresses, random)).slice(0, SEARCHES);
  const db = openAsApp(ownerUrl);
  const [district] = await textRows<{ id: string }>(db, 'select id from district');
  const ctx = { db, district } as Context;
  const before = load();
  for (const warm of made.slice(0, 200)) await search(ctx, warm);
  const times: number[] = [];
  let found = 0;
  for (const address of made) {
    const start = performance.now();
    if (await search(ctx, address)) found += 1;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor((times.length - 1) * share)]?.toFixed(2));
  console.log(
    JSON.stringify({
      bench: 'address-search',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      addresses,
      searches: made.length,
      found,
      milliseconds: { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) },
    }),
  );
  await db.close();
} finally {
  await server.close();
}

/** Whether the address itself is among what is found for it with another tag. */
async function search(ctx: Context, { street, tag, ...rest }: AddressComponents): Promise<boolean> {
  const { county: _, locationCode: __, tract: ___, block: ____, ...given } = rest;
  const { data } = await findAddresses(ctx, {
    ...given,
    street,
    tag: random.other(TAGS, tag ?? ''),
    limit: 10,
  });
  return data.some((one) => one.street === street && one.tag === tag && one.number === given.number);
}
