import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { type JobKind, syncJob, syncRun } from '../../../db/schema/sync.ts';
import { Conflict } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { allowedCalls, isAllowed, isLive, type RunCall, type RunState } from './states.ts';

/** A run and its live job, if it has one. */
const RUN = {
  id: syncRun.id,
  kind: syncRun.kind,
  status: syncRun.status,
  attempt: syncRun.attempt,
  startedAt: syncRun.startedAt,
  startedBy: syncRun.startedBy,
  staffTransferred: syncRun.staffTransferred,
  setAside: syncRun.setAside,
  validationId: syncRun.validationId,
  validatedAt: syncRun.validatedAt,
  committedAt: syncRun.committedAt,
  undoes: syncRun.undoes,
  jobKind: syncJob.kind,
  processed: syncJob.processed,
  total: syncJob.total,
};
const liveJobOfRun = and(
  inDistrict(syncJob),
  eq(syncJob.runId, syncRun.id),
  inArray(syncJob.status, ['queued', 'running']),
);

const latest = defineQuery('the latest run', (orm) =>
  orm
    .select(RUN)
    .from(syncRun)
    .leftJoin(syncJob, liveJobOfRun)
    .where(
      and(inDistrict(syncRun), or(eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committing'))),
    )
    .orderBy(sql`${syncRun.status} in ('committed', 'cancelled')`, desc(syncRun.startedAt), desc(syncRun.id))
    .limit(1),
);
const byId = defineQuery('a run by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select(RUN)
    .from(syncRun)
    .leftJoin(syncJob, liveJobOfRun)
    .where(and(inDistrict(syncRun), eq(syncRun.id, p.id))),
);

export type RunRow = Awaited<ReturnType<typeof byId>>[number];

/**
 * The district's most recent run; undefined before the first. A live run sorts first: `startedAt` alone is not enough,
 * because two simultaneous calls may take the lock in the other order. An undo counts only while it is live: nothing is
 * transferred meanwhile, and once it has ended it is no synchronization (SYNC-1).
 */
export const latestRun = (tx: Transaction): Promise<RunRow | undefined> => latest.first(tx);

export const runById = (tx: Transaction, id: string): Promise<RunRow | undefined> => byId.first(tx, { id });

const lock = defineQuery('lock the runs of the district', (orm) =>
  orm.select({ locked: sql`1` }).from(sql`pg_advisory_xact_lock(hashtextextended(${DISTRICT_ID}::text, 1))`),
);

/**
 * Holds the lock of the district's runs until the transaction ends. Everything that changes a run's state takes it first,
 * calls and jobs alike, so that no change overwrites one it has not seen.
 */
export async function lockRuns(tx: Transaction): Promise<void> {
  await lock(tx);
}

/** The latest run, with the district's runs locked. */
export async function lockLatestRun(tx: Transaction): Promise<RunRow | undefined> {
  await lockRuns(tx);
  return latestRun(tx);
}

/**
 * The run, if the state and no running job forbid the call.
 * @throws Conflict that names the state and the calls allowed now (SYNC-1).
 */
export function assertAllowed(run: RunRow | undefined, call: RunCall): asserts run is RunRow {
  const state = run?.status ?? 'none';
  const allowed = callsNow(run);
  if ((!run && call === 'start') || (run && isAllowed(state, call) && isFree(run, call))) return;
  const busy = run?.jobKind
    ? ` and ${JOB_IN_WORDS[run.jobKind]} job is ${run.processed ? 'running' : 'under way'}`
    : '';
  throw new Conflict(
    `"${call}" is not possible now: the synchronization is ${stateInWords(state)}${busy}. ` +
      (allowed.length > 0
        ? `Allowed now: ${allowed.join(', ')}.`
        : 'No call is allowed until the job has ended.'),
    [],
    { state, allowed, ...(run ? { runId: run.id } : {}) },
  );
}

/** While a validation runs, the run can only be restarted. */
export const callsNow = (run: RunRow | undefined): readonly RunCall[] =>
  allowedCalls(run?.status ?? 'none').filter((call) => !run || isFree(run, call));

const isFree = (run: RunRow, call: RunCall): boolean => run.jobKind !== 'validate' || call === 'start';

const JOB_IN_WORDS: Record<JobKind, string> = { validate: 'a validate', commit: 'a commit', undo: 'an undo' };

const stateInWords = (state: RunState | 'none'): string => (state === 'none' ? 'not started' : state);

export const isLiveRun = (run: RunRow | undefined): run is RunRow => run !== undefined && isLive(run.status);

/** API.md's SyncRun. */
export const viewRun = (run: RunRow): SyncRun => ({
  runId: run.id,
  status: run.status,
  startedAt: run.startedAt.toISOString(),
  startedBy: run.startedBy,
  staffTransferred: run.staffTransferred,
  setAside: run.setAside,
  validatedAt: run.validatedAt?.toISOString() ?? null,
  committedAt: run.committedAt?.toISOString() ?? null,
  allowed: [...callsNow(run)],
  // For a vendor's calls an undo is the same as a commit that is running.
  job: run.jobKind
    ? {
        kind: run.jobKind === 'undo' ? 'commit' : run.jobKind,
        processed: run.processed ?? 0,
        total: run.total ?? 0,
      }
    : null,
});
