import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { defineQuery } from '../../db/query.ts';
import { allDistricts } from '../district/find-district.ts';
import { sendJob } from '../jobs/queue.ts';
import type { Log } from '../log.ts';
import { type OwedJob, owedJobs } from './owed-jobs.ts';
import { QueuedJobs } from './queued-jobs.ts';

/** Of its own, not the runs': a run's job may hold that for a while. */
const lockQueueing = defineQuery('lock what is queued again', (orm) =>
  orm.select({ locked: sql`1` }).from(sql`pg_advisory_xact_lock(hashtextextended(${DISTRICT_ID}::text, 4))`),
);

/**
 * Queues again what is to be done in a district and is not in the queue, where nobody would do it: the queue and a change are
 * committed one after the other on Citus, and backups read them at different moments. Several workers may look at once.
 */
export async function queueLost(db: Database, log: Log, failed: (error: unknown) => void): Promise<void> {
  const queued = await QueuedJobs.all(db);
  for (const { id, shortId } of await allDistricts(db))
    try {
      const lost = await queueLostOf(db, id, queued);
      if (lost.length > 0)
        log.warn({ district: shortId, jobs: lost }, 'jobs that were missing in the queue are queued again');
    } catch (error) {
      failed(error);
    }
}

/**
 * The same in one district.
 * @param queued read before this call: what is missing there is looked for again, alone
 * @returns what was queued
 */
export function queueLostOf(db: Database, districtId: DistrictId, queued: QueuedJobs): Promise<OwedJob[]> {
  return db.inDistrict(districtId, async (tx) => {
    const isMissing = (among: QueuedJobs) => (job: OwedJob) => !among.has(districtId, job);
    if (!(await owedJobs(tx)).some(isMissing(queued))) return [];
    await lockQueueing(tx);
    const now = await QueuedJobs.ofDistrict(tx);
    const lost = (await owedJobs(tx)).filter(isMissing(now));
    // One at a time, as they were submitted: a district has few.
    for (const { queue, jobId, priority } of lost)
      await sendJob(db, tx, queue, { districtId, jobId }, { priority });
    return lost;
  });
}
