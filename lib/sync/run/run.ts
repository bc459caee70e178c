import type { Transaction } from '../../../db/client.ts';
import { Conflict } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import type { JobKind } from './jobs.ts';
import { allowedCalls, isAllowed, isLive, type RunCall, type RunState } from './states.ts';

export interface RunRow {
  id: string;
  status: RunState;
  attempt: number;
  startedAt: Date;
  startedBy: string;
  staffTransferred: number;
  setAside: number;
  validationId: string | null;
  validatedAt: Date | null;
  committedAt: Date | null;
  /** The run this one undoes; null for a synchronisation. */
  undoes: string | null;
  jobKind: JobKind | null;
  processed: number | null;
  total: number | null;
}

const RUN = `select r.id, r.status, r.attempt, r.started_at as "startedAt", r.started_by as "startedBy",
    r.staff_transferred as "staffTransferred", r.set_aside as "setAside", r.validation_id as "validationId",
    r.validated_at as "validatedAt", r.committed_at as "committedAt", r.undoes, j.kind as "jobKind", j.processed, j.total
  from sync_run r
  left join sync_job j on j.district_id = $1 and j.run_id = r.id and j.status in ('queued', 'running')
  where r.district_id = $1`;

/**
 * The district's most recent run; undefined before the first. A live one stands before all others: of two calls at
 * once the later one to get the lock may have come earlier, so times alone don't tell. An undo is live like a commit,
 * so that nothing is transferred meanwhile; once it has ended, it is no synchronisation (SYNC-1).
 */
export const latestRun = (tx: Transaction): Promise<RunRow | undefined> =>
  tx.row(
    `${RUN} and (r.undoes is null or r.status = 'committing') order by r.status in ('committed', 'cancelled'), r.started_at desc, r.id desc limit 1`,
    [tx.districtId],
  );

export const runById = (tx: Transaction, runId: string): Promise<RunRow | undefined> =>
  tx.row(`${RUN} and r.id = $2`, [tx.districtId, runId]);

/**
 * Whoever changes a run's state holds this until the transaction ends, calls and jobs alike: state changes of one
 * district go one after another, and none overwrites what it has not seen.
 */
export async function lockRuns(tx: Transaction): Promise<void> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1::text, 1))', [tx.districtId]);
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
    `"${call}" is not possible now: the synchronisation is ${stateInWords(state)}${busy}. ` +
      `Allowed now: ${allowed.join(', ') || 'nothing until the job has ended'}.`,
    [],
    { state, allowed, ...(run ? { runId: run.id } : {}) },
  );
}

/** While a validation works on the staging, all that can be done is to give both up. */
export const callsNow = (run: RunRow | undefined): readonly RunCall[] =>
  allowedCalls(run?.status ?? 'none').filter((call) => !run || isFree(run, call));

const isFree = (run: RunRow, call: RunCall): boolean =>
  run.jobKind !== 'validate' || call === 'restart' || call === 'start' || call === 'cancel';

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
  // To a vendor an undo is what it is to their calls: a commit under way.
  job: run.jobKind
    ? {
        kind: run.jobKind === 'undo' ? 'commit' : run.jobKind,
        processed: run.processed ?? 0,
        total: run.total ?? 0,
      }
    : null,
});
