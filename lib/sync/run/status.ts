import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import type { JobStatus, SyncRun } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { latestCommitJob, viewJob } from './jobs.ts';
import { latestRun, type RunRow, runById, viewRun } from './run.ts';

/** @throws NotFound before the district's first run. */
export async function syncStatus(ctx: Context): Promise<SyncRun> {
  const run = await ctx.db.inDistrict(ctx.district.id, latestRun);
  if (!run) throw new NotFound(SYNC_TEXTS.noRunYet());
  return viewRun(run);
}

/** This run, also when a later one has begun meanwhile. */
export async function runStatus(ctx: Context, runId: string): Promise<SyncRun> {
  return viewRun((await ctx.db.inDistrict(ctx.district.id, (tx) => runById(tx, runId))) as RunRow);
}

/** The state of the most recent commit job (SYNC-8). @throws NotFound when none was ever submitted. */
export async function commitJobStatus(ctx: Context): Promise<JobStatus> {
  const job = await ctx.db.inDistrict(ctx.district.id, latestCommitJob);
  if (!job) throw new NotFound(SYNC_TEXTS.noCommitJob());
  return viewJob(job);
}
