import { setTimeout } from 'node:timers/promises';
import type { Context } from '../../context.ts';
import { Conflict, Unavailable } from '../../failure.ts';
import { type JobRow, jobById } from './jobs.ts';

/** Waits until a job has ended, however long it takes: it goes on also when nobody waits. */
export async function waitForJob(ctx: Context, jobId: string, signal?: AbortSignal): Promise<JobRow> {
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
    const job = await ctx.db.inDistrict(ctx.district.id, (tx) => jobById(tx, jobId));
    if (job && job.status !== 'queued' && job.status !== 'running') return job;
    await setTimeout(pause, undefined, signal ? { signal } : undefined);
  }
}

/** @throws Unavailable when the validation could not be carried out, Conflict when the run was set aside meanwhile */
export async function waitForValidation(ctx: Context, jobId: string): Promise<void> {
  const job = await waitForJob(ctx, jobId);
  if (job.status === 'failed')
    throw new Unavailable('The validation could not be carried out. Validate again.');
  if (job.status === 'cancelled')
    throw new Conflict(
      'The validation was given up, because the synchronisation was restarted or cancelled.',
    );
}
