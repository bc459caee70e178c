import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Transaction } from '../db/client.ts';
import { ownerStatement } from '../db/owner-statement.ts';
import { textRow, textRun } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { newId } from '../lib/new-id.ts';
import { guardsOff } from '../lib/sync/guards/settings.ts';
import { endSync } from '../lib/sync/run/end.ts';
import { startSync } from '../lib/sync/run/start.ts';
import { transferStaff } from '../lib/sync/transfer/transfer.ts';
import { benchKeys } from './sync-districts.ts';

const LOOK_MS = 200;
/** What the feed maps to. */
const CODES = [
  `insert into school (district_id, id, school_number, name, type, active) values ($1, $2, '010', 'North', 'School', true)`,
  `insert into gender (district_id, id, code, description, active) values ($1, $2, 'F', 'Female', true)`,
  `insert into assignment_code (district_id, id, code, description, active) values ($1, $2, '20', 'Teacher', true)`,
];

/** A district whose feed of so many people has been transferred. @param also fills in more, in the transaction that makes it */
export async function stagedDistrict(
  owner: Database,
  { appName, people }: { appName: string; people: number },
  also: (ctx: Context, tx: Transaction) => Promise<void> = async () => {},
): Promise<Context> {
  const given = { appName, name: appName, timeZone: 'America/Chicago' };
  const ctx = await openDistrict(owner, benchKeys, given, async (made, tx) => {
    for (const insert of CODES) await textRun(tx, insert, [tx.districtId, newId()]);
    await guardsOff(tx, newId);
    await also(made, tx);
    return made;
  });
  await startSync(ctx);
  await transferStaff(ctx, { records: feed(people), pointer: '' });
  await endSync(ctx);
  return ctx;
}

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

/** Waits until no job of these queues is waiting or running. */
export async function untilIdle(ownerUrl: string, ...queues: string[]): Promise<void> {
  for (let left = 1; left > 0; await pause(LOOK_MS)) {
    const [row] = await ownerStatement<{ left: number }>(
      ownerUrl,
      `select count(*)::int as left from pgboss.job
        where name = any($1::text[]) and state in ('created', 'retry', 'active')`,
      [queues],
    );
    left = row?.left ?? 0;
  }
}

/** In seconds; the moments since 1970. */
export interface JobTimes {
  run: number;
  startedAt: number;
  endedAt: number;
}

/** The district's last job of a kind. @throws if it did not succeed */
export async function timesOf(ctx: Context, kind: 'validate' | 'commit'): Promise<JobTimes> {
  const job = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRow<JobTimes & { status: string }>(
      tx,
      `select status, extract(epoch from finished_at - started_at)::float8 as run,
              extract(epoch from started_at)::float8 as "startedAt", extract(epoch from finished_at)::float8 as "endedAt"
         from sync_job where district_id = $1 and kind = $2 order by submitted_at desc limit 1`,
      [tx.districtId, kind],
    ),
  );
  if (job?.status !== 'completed')
    throw new Error(`The ${kind} of ${ctx.district.appName} is ${job?.status ?? 'not there'}.`);
  return job;
}
