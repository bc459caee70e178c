import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { syncJob } from '../../db/schema/sync.ts';
import type { Context } from '../context.ts';
import { viewHold } from './guards/hold.ts';
import type { Hold } from './guards/schema.ts';
import { jobById, viewJob } from './run/jobs.ts';
import { latestRun, type RunRow, viewRun } from './run/run.ts';
import { nextWindow } from './schedule/next-window.ts';
import type { Schedule } from './schedule/schema.ts';
import { readOffHours } from './schedule/settings.ts';
import { viewSchedule } from './schedule/view-schedule.ts';
import type { JobStatus, SyncRun } from './schema.ts';
import { SYNC_TEXTS } from './texts.ts';

/** All that the Staff Synchronization page shows of the latest run. */
export interface SyncOverview {
  /** Null before the district's first run. */
  run: SyncRun | null;
  /** The run's validation report can be read. */
  hasReport: boolean;
  /** The run's latest commit job, whatever its state. */
  commit: JobStatus | null;
  /** The mark on a validated run whose commit is above a limit (SYNC-13). */
  hold: Hold | null;
  /** The commit that is to begin by itself. */
  schedule: Schedule | null;
  /** The off-hours window it is, or the next one. */
  offHours: { from: string; to: string };
  /** What is under way is the undo of an earlier run. */
  undoing: boolean;
  /** Why the run's latest job failed as a whole, while it is the last word. */
  failure: string | null;
}

/** The latest run, its report and its jobs, as of one moment. */
export function syncOverview(ctx: Context): Promise<SyncOverview> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await latestRun(tx);
    const offHours = await offHoursOf(ctx, tx);
    if (!run)
      return {
        run: null,
        hasReport: false,
        commit: null,
        hold: null,
        schedule: null,
        offHours,
        undoing: false,
        failure: null,
      };
    return {
      run: viewRun(run),
      hasReport: run.validationId !== null,
      hold: await viewHold(ctx, tx, run),
      schedule: await viewSchedule(ctx, tx, run),
      offHours,
      undoing: run.kind === 'undo',
      ...(await jobsOf(tx, run)),
    };
  });
}

async function offHoursOf(ctx: Context, tx: Transaction): Promise<SyncOverview['offHours']> {
  const { from, to } = nextWindow(ctx.now, await readOffHours(tx), ctx.district.timeZone);
  return { from: from.toISOString(), to: to.toISOString() };
}

const latestJobs = defineQuery('the latest job of each kind of a run', (orm, p: Params<{ runId: string }>) =>
  orm
    .selectDistinctOn([syncJob.kind], {
      id: syncJob.id,
      kind: syncJob.kind,
      status: syncJob.status,
      failure: syncJob.failure,
    })
    .from(syncJob)
    .where(and(inDistrict(syncJob), eq(syncJob.runId, p.runId)))
    .orderBy(syncJob.kind, desc(syncJob.submittedAt), desc(syncJob.id)),
);

async function jobsOf(tx: Transaction, run: RunRow): Promise<Pick<SyncOverview, 'commit' | 'failure'>> {
  const jobs = await latestJobs(tx, { runId: run.id });
  const commit = jobs.find(({ kind }) => kind === 'commit');
  const row = commit && (await jobById(tx, commit.id));
  // A later validation replaces an earlier failed one; the commit is always later than both.
  const last = commit ?? jobs[0];
  return {
    commit: row ? viewJob(row) : null,
    failure: last?.status === 'failed' ? (last.failure ?? SYNC_TEXTS.jobFailed()) : null,
  };
}
