import type { PgBoss } from 'pg-boss';
import type { Database } from '../../db/client.ts';
import { FAILED_SYNC_QUEUE } from '../jobs/queue.ts';
import { failJob } from './fail-job.ts';
import { takeJobs } from './take-jobs.ts';

/**
 * Ends the jobs that the queue gave up, also those that no worker could end because each one died of them: pg-boss moves
 * a job to this queue after its last try.
 */
export const endGivenUp = (boss: PgBoss, db: Database): Promise<void> =>
  takeJobs(boss, FAILED_SYNC_QUEUE, { pollSeconds: 2 }, (address) => failJob(db, address));
