/**
 * How long the error log takes as PDF: `node bench/error-log-pdf.ts [ENTRIES]`. Entries as refused calls leave them, on a
 * throw-away database, read and written as the page's export does. One JSON line; milliseconds, and megabytes of the process
 * before, after the first and after all of the runs: what it loads, TypeScript among it, takes most of it.
 */
import { openDatabase } from '../db/client.ts';
import type { Context } from '../lib/context.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { exportErrorsPdf } from '../lib/error-log/export-pdf.ts';
import { recordErrors } from '../lib/error-log/record-error.ts';
import { newId } from '../lib/new-id.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { memoryOf } from './memory.ts';
import { spread } from './spread.ts';
import { benchKeys as keys } from './sync-districts.ts';

const entries = Number(process.argv[2] ?? 10_000);
const RUNS = 5;
const BATCH_ROWS = 1_000;

async function fill(ctx: Context): Promise<void> {
  for (let from = 0; from < entries; from += BATCH_ROWS)
    await ctx.db.inDistrict(ctx.district.id, (tx) =>
      recordErrors(
        tx,
        Array.from({ length: Math.min(BATCH_ROWS, entries - from) }, (_, i) => refused(from + i)),
      ),
    );
}

/** A record with a school that is none, as HR sends them. */
const refused = (n: number) => ({
  id: newId(),
  occurredAt: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
  action: 'POST',
  path: '/campus/api/businessOfficeIntegration/staffMembers',
  status: 422,
  message: `The staff member can't be used: schoolNumber 0${n} is no school of this district. Correct it and send it again.`,
  payload: JSON.stringify({
    staffNumber: String(n),
    lastName: `Simpson-${n}`,
    firstName: 'Pat',
    gender: 'F',
    ssn: '***-**-****',
    birthDate: '1979-12-26',
    workPhone: '(723)897-1184 x6033',
    workEmail: `p${n}@school.k12.mo.us`,
    positions: [{ schoolNumber: `0${n}`, assignmentCode: '20', startDate: '2023-10-01', endDate: null }],
  }),
  errors: [{ pointer: '/positions/0/schoolNumber', code: 'unknownSchool' as const, message: 'is no school' }],
  staffNumber: String(n),
  requestId: newId(),
  clientId: null,
  runId: null,
});

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl);
  const given = { appName: 'bench', name: 'Bench', timeZone: 'America/Chicago' };
  const { district } = await openDistrict(owner, keys, given, async (ctx) => ctx);
  await owner.close();
  const db = openAsApp(ownerUrl);
  const actor = { kind: 'system', name: 'Bench' } as const;
  const ctx = { actor, district, db, keys, now: new Date(), newId };
  await fill(ctx);
  const before = load();
  const memory = { before: memoryOf(process.pid).now, first: 0 };
  const times: number[] = [];
  const own: number[] = [];
  let bytes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const cpu = process.cpuUsage();
    bytes = 0;
    for await (const chunk of exportErrorsPdf(ctx, { search: '' })
      .stream as unknown as AsyncIterable<Uint8Array>)
      bytes += chunk.length;
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpu);
    own.push((user + system) / 1000);
    if (run === 0) memory.first = memoryOf(process.pid).peak;
  }
  console.log(
    JSON.stringify({
      bench: 'error-log-pdf',
      machine: machine(),
      load: { before, after: load() },
      data: 'entries of refused staff members, payloads of 350 characters',
      entries,
      runs: RUNS,
      milliseconds: spread(times, 0),
      // All threads of this process, without the database: less than the time above where others have the machine.
      processorMilliseconds: spread(own, 0),
      megabytes: {
        file: Math.round(bytes / 1e5) / 10,
        process: { ...memory, all: memoryOf(process.pid).peak },
      },
    }),
  );
  await db.close();
} finally {
  await server.close();
}
