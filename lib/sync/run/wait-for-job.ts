import { setTimeout } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { Conflict, Unavailable } from '../../failure.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { type JobRow, jobById } from './jobs.ts';

/** Waits until a job has ended, however long it takes. The job goes on when nobody waits. */
export async function waitForJob(ctx: Context, jobId: string, signal?: AbortSignal): Promise<JobRow> {
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
    const job = await ctx.db.inDistrict(ctx.district.id, (tx) => jobById(tx, jobId));
    if (job && job.status !== 'queued' && job.status !== 'running') return job;
    await setTimeout(pause, undefined, signal ? { signal } : undefined);
  }
}

/** @throws Unavailable when the validation failed as a whole; Conflict when the run was replaced or cancelled meanwhile */
export async function waitForValidation(ctx: Context, jobId: string): Promise<void> {
  const job = await waitForJob(ctx, jobId);
  if (job.status === 'failed') throw new Unavailable(SYNC_TEXTS.validationFailed());
  if (job.status === 'cancelled') throw new Conflict(SYNC_TEXTS.validationStopped());
}
