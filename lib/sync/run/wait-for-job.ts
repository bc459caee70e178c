import { setTimeout } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { Conflict, Unavailable } from '../../failure.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { type JobRow, jobById } from './jobs.ts';

const SHORTEST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;

/**
 * Waits until a job has ended, however long it takes. The job goes on when nobody waits. The answer comes at most a tenth
 * of that time later, or 50 ms: with pauses that grew faster, a job of 2.3 s was answered after 3.6 s.
 */
export async function waitForJob(ctx: Context, jobId: string, signal?: AbortSignal): Promise<JobRow> {
  const begun = Date.now();
  for (;;) {
    const job = await ctx.db.inDistrict(ctx.district.id, (tx) => jobById(tx, jobId));
    if (job && job.status !== 'queued' && job.status !== 'running') return job;
    const pause = Math.min(Math.max((Date.now() - begun) / 10, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    await setTimeout(pause, undefined, signal ? { signal } : undefined);
  }
}

/** @throws Unavailable when the validation failed as a whole; Conflict when the run was replaced or cancelled meanwhile */
export async function waitForValidation(ctx: Context, jobId: string): Promise<void> {
  const job = await waitForJob(ctx, jobId);
  if (job.status === 'failed') throw new Unavailable(SYNC_TEXTS.validationFailed());
  if (job.status === 'cancelled') throw new Conflict(SYNC_TEXTS.validationStopped());
}
