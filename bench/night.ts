/**
 * A night when little changed: a district that has taken the same feed twice gets it once more, with one person in a
 * hundred changed, over HTTP, with web and worker as processes of their own:
 *
 *     node bench/night.ts [--staff 20000] [--changed 0.01] [--reps 3] [--seed 1] [--profile DIR]
 *
 * `--profile` leaves CPU profiles of web and worker in DIR. On a throw-away embedded Postgres, or on DATABASE_URL's server.
 * One JSON line; seconds unless another unit is named.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRow } from '../db/sql-text.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { build, startProduct } from './processes.ts';
import { spreadOf } from './spread.ts';
import { syntheticDistrict } from './sync-districts.ts';
import { type Synchronization, synchronize } from './synchronize.ts';
import { Vendor } from './vendor.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '20000' },
    changed: { type: 'string', default: '0.01' },
    reps: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string' },
  },
});
const [staff, reps, seed] = [Number(values.staff), Number(values.reps), Number(values.seed)];
const every = Math.round(1 / Number(values.changed));

/** Writes the feed with another cell phone for one record of `every`; each night another one. */
async function changedFeed(feed: string, to: string, night: number): Promise<void> {
  const file = await open(to, 'w');
  const out = file.createWriteStream();
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(feed) })) {
    const record = JSON.parse(text) as Record<string, unknown>;
    if (line % every === night % every) record.cellPhone = `763555${String(1000 + night).padStart(4, '0')}`;
    line += 1;
    if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain');
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

/**
 * Nights are a day apart: what a commit dated today has begun the day before. Who moves today is planned again on the same
 * day, because the rest of it may decide.
 */
const untilTomorrow = (ownerUrl: string): Promise<unknown> =>
  inOnlyDistrict(ownerUrl, (tx) =>
    textRow(
      tx,
      `update household_location set start_date = start_date - (start_date = current_date)::integer,
              end_date = end_date - (start_date is distinct from current_date and end_date = current_date - 1)::integer
        where district_id = $1 and (start_date = current_date or end_date = current_date - 1)`,
      [tx.districtId],
    ),
  );

/** By the next night, the worker has kept the records that the commit took: the end of its job. */
async function untilKept(ownerUrl: string): Promise<void> {
  for (;;) {
    const [{ open } = { open: 0 }] = await ownerStatement<{ open: number }>(
      ownerUrl,
      "select count(*)::integer as open from pgboss.job where name = 'sync' and state < 'completed'",
    );
    if (open === 0) return;
    await pause(500);
  }
}

const loadBefore = load();
await build();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
try {
  const feed = join(scratch, 'feed.ndjson');
  const { ownerUrl, credentials } = await syntheticDistrict(server, { staff, seed, feed });
  const product = await startProduct(ownerUrl, values.profile);
  try {
    const vendor = new Vendor(product.baseUrl, credentials);
    const send = (sent: string) => synchronize(vendor, { feed: sent, ownerUrl }, { lines: true });
    for (let time = 1; time <= 2; time += 1) {
      console.error(JSON.stringify(await send(feed)));
      await untilKept(ownerUrl);
      await untilTomorrow(ownerUrl);
    }
    const nights: Synchronization[] = [];
    for (let night = 1; night <= reps; night += 1) {
      const tonight = join(scratch, 'tonight.ndjson');
      await changedFeed(feed, tonight, night);
      nights.push(await send(tonight));
      await untilKept(ownerUrl);
      await untilTomorrow(ownerUrl);
      console.error(JSON.stringify(nights.at(-1)));
    }
    const steps = ['transfer', 'validateJob', 'commit'] as const;
    console.log(
      JSON.stringify({
        bench: 'night',
        staff,
        changed: Number(values.changed),
        reps,
        machine: {
          ...machine(),
          postgres: await server.version(),
          load: { before: loadBefore, after: load() },
        },
        ...Object.fromEntries(steps.map((step) => [step, spreadOf(nights, (one) => one[step])])),
        all: spreadOf(nights, (one) => one.transfer + one.validateJob + one.commit),
        outcome: nights.at(-1)?.outcome,
        peakMB: { web: memoryOf(product.webPid).peak, worker: memoryOf(product.workerPid).peak },
      }),
    );
  } finally {
    await product.stop();
  }
} finally {
  await server.close();
  await rm(scratch, { recursive: true });
}
