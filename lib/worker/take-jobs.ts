import type { Job, PgBoss, WorkOptions } from 'pg-boss';
import { tracer } from '../../db/tracer.ts';
import type { JobAddress, SentJob } from '../jobs/queue.ts';

/** How a queue is worked on. */
interface Taking {
  /** How long an idle slot waits before it looks again. */
  pollSeconds: number;
  /** Jobs at a time in this process. */
  slots?: number;
  /** Only jobs of these priorities. */
  priorities?: Pick<WorkOptions, 'minPriority' | 'maxPriority'>;
}

/**
 * How often a worker shows that it still has a job. After ten seconds without it the job is another worker's (install-jobs.ts), so
 * a rare sign would add its own pause to a standstill.
 */
const SIGN_OF_LIFE_SECONDS = 2;

/**
 * Takes jobs from a queue until the worker is stopped. A slot that has ended a job looks for the next one at once: with
 * pg-boss' pause after each job, 900 jobs of 16 ms took 225 s.
 */
export async function takeJobs(
  boss: PgBoss,
  queue: string,
  { pollSeconds, slots = 1, priorities }: Taking,
  work: (address: JobAddress) => Promise<unknown>,
): Promise<void> {
  // A registration each: pg-boss wakes only the first slot of one that has several.
  for (let slot = 0; slot < slots; slot += 1) {
    const id: string = await boss.work(
      queue,
      { pollingIntervalSeconds: pollSeconds, heartbeatRefreshSeconds: SIGN_OF_LIFE_SECONDS, ...priorities },
      async ([job]: Job<SentJob>[]) => {
        if (!job) return;
        await traced(queue, job.data, work);
        // Not after a failure, which may have a cause that is there for a while.
        boss.notifyWorker(id);
      },
    );
  }
}

/** A job as a span: in the trace of the call that submitted it, or a trace of its own. */
async function traced(
  queue: string,
  { trace, ...address }: SentJob,
  work: (address: JobAddress) => Promise<unknown>,
): Promise<void> {
  const span = tracer()?.open(queue, 'consumer', trace);
  if (!span) return void (await work(address));
  span.set({ 'messaging.system': 'pg-boss', 'messaging.destination.name': queue });
  try {
    await span.run(() => work(address));
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}
