/**
 * A night when little changed: a district that has taken the same feed twice gets it once more, with one person in a
 * hundred changed, over HTTP, with web and worker as processes of their own:
 *
 *     node bench/night.ts [--staff 20000] [--changed 0.01] [--reps 3] [--seed 1] [--reference DIR] [--profile DIR]
 *
 * `--profile` leaves CPU profiles of web and worker in DIR. On a throw-away embedded Postgres, or on DATABASE_URL's server.
 * With the reference (bench/sync.ts) on its server, with its district and feed, and before each night the reference takes
 * such a feed, too, in a district that has taken the first one. One JSON line; seconds unless another unit is named.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { textRow } from '../db/sql-text.ts';
import { DatabaseServer, inOnlyDistrict } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { build, startProduct } from './processes.ts';
import { Reference, type ReferenceRun } from './reference.ts';
import { spreadOf } from './spread.ts';
import { referenceDistrict, syntheticDistrict } from './sync-districts.ts';
import { type Synchronization, synchronize, untilKept } from './synchronize.ts';
import { Vendor } from './vendor.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '20000' },
    changed: { type: 'string', default: '0.01' },
    reps: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    reference: { type: 'string' },
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

const all = (one: Synchronization) => one.transfer + one.validateJob + one.commit;
const allOfReference = (one: ReferenceRun) => one.transfer + one.validate + one.commit;

const loadBefore = load();
await build();
const reference = values.reference === undefined ? undefined : new Reference(values.reference, staff);
// Makes its data and starts its server.
await reference?.run();
const url = reference?.ownerUrl ?? process.env.DATABASE_URL;
const server = url ? DatabaseServer.at(url) : await DatabaseServer.embedded();
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
try {
  const { ownerUrl, credentials, feed } = reference
    ? await referenceDistrict(server, reference)
    : await syntheticDistrict(server, { staff, seed, feed: join(scratch, 'feed.ndjson') });
  const quiet = await reference?.ofNight((from, to) => changedFeed(from, to, 0));
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
    const references: ReferenceRun[] = [];
    for (let night = 1; night <= reps; night += 1) {
      const tonight = join(scratch, 'tonight.ndjson');
      await changedFeed(feed, tonight, night);
      if (quiet) references.push(await quiet.run());
      nights.push(await send(tonight));
      await untilKept(ownerUrl);
      await untilTomorrow(ownerUrl);
      console.error(JSON.stringify({ reference: references.at(-1), product: nights.at(-1) }));
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
        all: spreadOf(nights, all),
        ...(quiet && {
          reference: spreadOf(references, allOfReference),
          ratio: spreadOf(
            nights.map((one, i) => all(one) / allOfReference(references[i] as ReferenceRun)),
            (ratio) => ratio,
          ),
        }),
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
