/**
 * What a night leaves behind when HR sends the same feed every night, and where the database stops growing:
 *
 *     node bench/years.ts [--staff 20000] [--nights 40] [--changed 0] [--keep-all]
 *
 * A night is a synchronization, then what the tidy job does a day later, then VACUUM as autovacuum does. All runs are
 * made a day older each night. With `--keep-all` nothing is tidied. On a throw-away embedded Postgres, or on DATABASE_URL's
 * server. One JSON line; sizes in bytes with indexes and TOAST.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ownerStatement } from '../db/owner-statement.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { contextOf } from '../lib/setup/context-of.ts';
import { submitCommit } from '../lib/sync/commit/commit.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { tidyDistrict } from '../lib/tidy/tidy-district.ts';
import { runJob } from '../lib/worker/start-worker.ts';
import { DatabaseServer, inOnlyDistrict, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys } from './sync-districts.ts';

const { values } = parseArgs({
  options: {
    staff: { type: 'string', default: '20000' },
    nights: { type: 'string', default: '40' },
    changed: { type: 'string', default: '0' },
    'keep-all': { type: 'boolean', default: false },
  },
});
const [staff, nights, changed] = [values.staff, values.nights, values.changed].map(Number) as [
  number,
  number,
  number,
];

type Sizes = Record<string, number>;

const loadBefore = load();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
const scratch = await mkdtemp(join(tmpdir(), 'campus-boi-bench-'));
try {
  const feed = join(scratch, 'feed.ndjson');
  const ownerUrl = await server.create();
  const { appName } = await seedSynthetic(ownerUrl, benchKeys, { staff, seed: 1, feed });
  const db = openAsApp(ownerUrl);
  try {
    const ctx = await contextOf(db, benchKeys, appName);
    // The first writes people, the second finds them all unchanged and remembers that.
    for (const night of [0, 1]) await synchronize(ctx, feed, night);
    await vacuum(ownerUrl);
    const all: Sizes[] = [await sizes(ownerUrl)];
    const tidySeconds: number[] = [];
    for (let night = 2; night < nights + 2; night += 1) {
      await synchronize(ctx, feed, night);
      await olderByADay(ownerUrl);
      const began = performance.now();
      if (!values['keep-all']) await tidyDistrict(db, ctx.district.id, new Date());
      tidySeconds.push((performance.now() - began) / 1000);
      await vacuum(ownerUrl);
      all.push(await sizes(ownerUrl));
      console.error(
        JSON.stringify({
          night: night - 1,
          total: total(all.at(-1)),
          grown: total(all.at(-1)) - total(all.at(-2)),
        }),
      );
    }
    const [first, last] = [all[0] as Sizes, all.at(-1) as Sizes];
    const lastTen = all.slice(-11);
    console.log(
      JSON.stringify({
        bench: 'years',
        ...{ staff, nights, changed, keepAll: values['keep-all'] },
        machine: {
          ...machine(),
          postgres: await server.version(),
          load: { before: loadBefore, after: load() },
        },
        grown: total(last) - total(first),
        grownOfTables: grownOf(first, last),
        aNightAtTheEnd: Math.round((total(last) - total(lastTen[0])) / (lastTen.length - 1)),
        tidySeconds: Number(Math.max(...tidySeconds).toFixed(2)),
      }),
    );
  } finally {
    await db.close();
  }
} finally {
  await server.close();
  await rm(scratch, { recursive: true });
}
// The queue's sender has timers, which would keep the process.
process.exit(0);

async function synchronize(given: Context, feed: string, night: number): Promise<void> {
  const ctx = { ...given, now: new Date() };
  await startSync(ctx);
  await transferStaff(ctx, { records: records(feed, night), pointer: '' });
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
  await work(ctx, await submitCommit(ctx));
}

function work(ctx: Context, { jobId }: { jobId: string }): Promise<void> {
  return runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });
}

/** Each night others of the share that changes have another cell phone. */
async function* records(feed: string, night: number) {
  const every = changed > 0 ? Math.round(1 / changed) : 0;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(feed) })) {
    const value = JSON.parse(text) as Record<string, unknown>;
    if (every > 0 && night > 1 && line % every === night % every)
      value.cellPhone = `763555${String(1_000 + night).padStart(4, '0')}`;
    line += 1;
    yield { value };
  }
}

function olderByADay(ownerUrl: string): Promise<unknown> {
  return inOnlyDistrict(ownerUrl, (tx) =>
    textRun(
      tx,
      `update sync_run set started_at = started_at - interval '1 day', ended_at = ended_at - interval '1 day',
              committed_at = committed_at - interval '1 day' where district_id = $1`,
      [tx.districtId],
    ),
  );
}

function vacuum(ownerUrl: string): Promise<unknown> {
  return ownerStatement(ownerUrl, 'vacuum analyze');
}

async function sizes(ownerUrl: string): Promise<Sizes> {
  const rows = await ownerStatement<{ name: string; bytes: string }>(
    ownerUrl,
    `select oid::regclass::text as name, pg_total_relation_size(oid) as bytes from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

function total(of: Sizes | undefined): number {
  return Object.values(of ?? {}).reduce((sum, bytes) => sum + bytes, 0);
}

function grownOf(first: Sizes, last: Sizes): Sizes {
  const grown = Object.entries(last).map(([table, bytes]) => [table, bytes - (first[table] ?? 0)] as const);
  return Object.fromEntries(grown.filter(([, bytes]) => bytes > 100_000).sort(([, a], [, b]) => b - a));
}
