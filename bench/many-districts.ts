/**
 * How fast many small districts are worked through, as in a night in which all of a state validate at once:
 *
 *     node bench/many-districts.ts [--districts 900] [--staff 20] [--workers 2] [--large 0]
 *
 * Every district has a feed in the staging. All validations are submitted, then the workers start, as processes of their own.
 * With `--large N` one more district has a feed of N staff, and its validation is submitted first. A throw-away embedded
 * Postgres, or DATABASE_URL's server. One JSON line; seconds from the first start of a job.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openDatabase } from '../db/client.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRow, textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { newId } from '../lib/new-id.ts';
import { guardsOff } from '../lib/sync/guards/settings.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { validateSync } from '../lib/sync/validate/validate.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { startWorkerAlone } from './processes.ts';
import { spread } from './spread.ts';
import { benchKeys } from './sync-districts.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '900' },
    staff: { type: 'string', default: '20' },
    workers: { type: 'string', default: '2' },
    large: { type: 'string', default: '0' },
  },
});
const [districts, staff, workers, large] = [values.districts, values.staff, values.workers, values.large].map(
  Number,
) as [number, number, number, number];
const LOOK_MS = 200;
/** What the feed maps to. */
const CODES = [
  `insert into school (district_id, id, school_number, name, type, active) values ($1, $2, '010', 'North', 'School', true)`,
  `insert into gender (district_id, id, code, description, active) values ($1, $2, 'F', 'Female', true)`,
  `insert into assignment_code (district_id, id, code, description, active) values ($1, $2, '20', 'Teacher', true)`,
];

interface Times {
  run: number;
  startedAt: number;
  endedAt: number;
}

const loadBefore = load();
const server = process.env.DATABASE_URL
  ? DatabaseServer.at(process.env.DATABASE_URL)
  : await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  const owner = openDatabase(ownerUrl, { max: 2 });
  try {
    const big = large > 0 ? await staged('large', large) : undefined;
    const all: Context[] = [];
    for (let n = 1; n <= districts; n += 1) {
      all.push(await staged(`d${n}`, staff));
      if (n % 100 === 0) console.error(`${n} districts`);
    }
    await ownerStatement(ownerUrl, 'analyze');
    for (const ctx of [...(big ? [big] : []), ...all]) await validateSync({ ...ctx, now: new Date() });
    const started = Array.from({ length: workers }, () => startWorkerAlone(ownerUrl));
    try {
      await untilIdle(ownerUrl, 'sync');
      const times = await Promise.all(all.map(timesOf));
      const first = Math.min(...times.map(({ startedAt }) => startedAt));
      const largeTimes = big && (await timesOf(big));
      console.log(
        JSON.stringify({
          bench: 'many-districts',
          ...{ districts, staff, workers, large },
          machine: {
            ...machine(),
            postgres: await server.version(),
            load: { before: loadBefore, after: load() },
          },
          allValidated: Number((Math.max(...times.map(({ endedAt }) => endedAt)) - first).toFixed(1)),
          wait: spread(times.map(({ startedAt }) => startedAt - first)),
          job: spread(times.map(({ run }) => run)),
          ...(largeTimes && { largeValidated: Number((largeTimes.endedAt - first).toFixed(1)) }),
        }),
      );
    } finally {
      await Promise.all(started.map((one) => one.stop()));
    }
  } finally {
    await owner.close();
  }

  /** A district whose feed has been transferred. */
  async function staged(appName: string, people: number): Promise<Context> {
    const given = { appName, name: appName, timeZone: 'America/Chicago' };
    const ctx = await openDistrict(owner, benchKeys, given, async (made, tx) => {
      for (const insert of CODES) await textRun(tx, insert, [tx.districtId, newId()]);
      await guardsOff(tx, newId);
      return made;
    });
    await startSync(ctx);
    await transferStaff(ctx, { records: feed(people), pointer: '' });
    await endSync(ctx);
    return ctx;
  }
} finally {
  await server.close();
}
// The queue's sender has timers, which would keep the process.
process.exit(0);

function* feed(people: number) {
  for (let n = 1; n <= people; n += 1)
    yield {
      value: {
        staffNumber: String(10_000 + n),
        lastName: `Simpson${n}`,
        firstName: 'Pat',
        gender: 'F',
        workPhone: '555-0100',
        positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
      },
    };
}

async function untilIdle(ownerUrl: string, queue: string): Promise<void> {
  for (let left = 1; left > 0; await pause(LOOK_MS)) {
    const [row] = await ownerStatement<{ left: number }>(
      ownerUrl,
      `select count(*)::int as left from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
      [queue],
    );
    left = row?.left ?? 0;
  }
}

async function timesOf(ctx: Context): Promise<Times> {
  const job = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<Times & { status: string }>(
      tx,
      `select status, extract(epoch from finished_at - started_at)::float8 as run,
              extract(epoch from started_at)::float8 as "startedAt", extract(epoch from finished_at)::float8 as "endedAt"
         from sync_job where district_id = $1 order by submitted_at desc limit 1`,
      [tx.districtId],
    ),
  );
  if (job?.status !== 'completed')
    throw new Error(`A validation of ${ctx.district.appName} is ${job?.status}.`);
  return job;
}
