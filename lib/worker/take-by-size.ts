import type { PgBoss } from 'pg-boss';
import { type JobAddress, SMALL_JOB_PRIORITY } from '../jobs/queue.ts';
import { takeJobs } from './take-jobs.ts';

/** Of large jobs; more would only share the processor. */
const LARGE_SLOTS = 2;
/** Of small jobs: a few staff each. */
const SMALL_SLOTS = 4;

/** Takes large and small jobs in slots of their own, so that neither waits for the other kind. */
export async function takeBySize(
  boss: PgBoss,
  queue: string,
  work: (address: JobAddress) => Promise<void>,
): Promise<void> {
  const large = { slots: LARGE_SLOTS, priorities: { maxPriority: SMALL_JOB_PRIORITY - 1 } };
  const small = { slots: SMALL_SLOTS, priorities: { minPriority: SMALL_JOB_PRIORITY } };
  for (const kind of [large, small]) await takeJobs(boss, queue, { pollSeconds: 0.5, ...kind }, work);
}
