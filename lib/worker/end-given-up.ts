import type { Job, PgBoss } from 'pg-boss';
import type { Database } from '../../db/client.ts';
import { FAILED_SYNC_QUEUE, type JobAddress } from '../jobs/queue.ts';
import { failJob } from './fail-job.ts';

/**
 * Ends the jobs that the queue gave up, also those that no worker could end because each one died of them: pg-boss moves
 * a job to this queue after its last try.
 */
export async function endGivenUp(boss: PgBoss, db: Database): Promise<void> {
  await boss.work(
    FAILED_SYNC_QUEUE,
    { pollingIntervalSeconds: 2 },
    async ([job]: Job<JobAddress>[]) => job && failJob(db, job.data),
  );
}
