import { setTimeout } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type JobRow, jobById } from './jobs.ts';

/** Waits until a job has ended, however long it takes: it goes on also when nobody waits. */
export async function waitForJob(ctx: Context, jobId: string, signal?: AbortSignal): Promise<JobRow> {
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
    const job = await ctx.db.inDistrict(ctx.district.id, (tx) => jobById(tx, jobId));
    if (job && job.status !== 'queued' && job.status !== 'running') return job;
    await setTimeout(pause, undefined, signal ? { signal } : undefined);
  }
}
