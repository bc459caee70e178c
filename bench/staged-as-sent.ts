/**
 * What it costs to stage each record as it was sent (ERR-3): `node bench/staged-as-sent.ts [STAFF] [REPS]`. A synthetic feed
 * is parsed once; then its records are copied into the staging of an embedded Postgres, in turn as the product does it
 * and with an empty object in place of what was sent. One JSON line: milliseconds for all records, this process's
 * processor time, and bytes per record in Postgres; for comparison, the whole transfer.
 */
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRow } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { sealSsn } from '../lib/crypto/seal-ssn.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { newId } from '../lib/new-id.ts';
import { parseNewStaffMember } from '../lib/record/parse.ts';
import { ssnInTransit } from '../lib/record/ssn-place.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { discardCall, openTransferCall } from '../lib/sync/transfer/open-call.ts';
import type { ValidRecord } from '../lib/sync/transfer/sent-record.ts';
import { copyStaged } from '../lib/sync/transfer/stage.ts';
import { stagedForm } from '../lib/sync/transfer/staged-form.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys } from './sync-districts.ts';

const staff = Number(process.argv[2] ?? 10_000);
const reps = Number(process.argv[3] ?? 7);

const server = await DatabaseServer.embedded();
const feed = join(tmpdir(), `staged-as-sent-${process.pid}.ndjson`);
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, benchKeys, { staff, seed: 1, feed });
  const values = (await readFile(feed, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
  const db = openAsApp(ownerUrl);
  const [district] = await allDistricts(db);
  const actor = { kind: 'system', name: 'Bench' };
  const ctx = { db, district, keys: benchKeys, now: new Date(), newId, actor } as Context;
  await startSync(ctx);
  const asSent = values.map((sent, index) => validRecord(ctx, sent, index));
  const without = asSent.map((record) => ({ ...record, form: { ...record.form, sent: '{}' } }));
  const before = load();
  await copy(ctx, asSent);
  await copy(ctx, without);
  const runs = { asSent: [] as Copied[], without: [] as Copied[] };
  for (let rep = 0; rep < reps; rep += 1) {
    // Each begins as often as the other.
    const turns = rep % 2 === 0 ? (['asSent', 'without'] as const) : (['without', 'asSent'] as const);
    for (const turn of turns) runs[turn].push(await copy(ctx, turn === 'asSent' ? asSent : without));
  }
  const whole = await timed(async () => {
    await transferStaff(ctx, { records: values.map((value) => ({ value })), pointer: '' });
  });
  console.log(
    JSON.stringify({
      bench: 'staged-as-sent',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      staff: values.length,
      reps,
      asSent: figures(runs.asSent),
      without: figures(runs.without),
      wholeTransfer: whole,
    }),
  );
  await db.close();
} finally {
  await server.close();
  await rm(feed, { force: true });
}

function validRecord(ctx: Context, sent: unknown, index: number): ValidRecord {
  const parsed = parseNewStaffMember(sent, (digits, number) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return { index, form: stagedForm(parsed.record, sent), newTitles: null, reading: undefined };
}

interface Timed {
  ms: number;
  processor: number;
}
interface Copied extends Timed {
  bytes: number;
}

async function timed(work: () => Promise<void>): Promise<Timed> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: Math.round(performance.now() - start), processor: Math.round((user + system) / 1000) };
}

/** Copies the records into a call of their own and discards it. */
async function copy(ctx: Context, records: readonly ValidRecord[]): Promise<Copied> {
  const call = await openTransferCall(ctx, undefined);
  async function* each() {
    yield records;
  }
  const time = await timed(async () => {
    await copyStaged(ctx, call, each());
  });
  const size = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<{ bytes: number }>(
      tx,
      'select sum(pg_column_size(s.*))::float / count(*) as bytes from staged_staff s where district_id = $1 and call_id = $2',
      [tx.districtId, call.id],
    ),
  );
  await discardCall(ctx, call);
  return { ...time, bytes: Math.round(size?.bytes ?? 0) };
}

function figures(copied: readonly Copied[]) {
  const spread = (name: keyof Copied) => {
    const sorted = copied.map((one) => one[name]).sort((a, b) => a - b);
    return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
  };
  return { ms: spread('ms'), processor: spread('processor'), bytesPerRecord: spread('bytes').median };
}
