import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { DISTRICT_ID } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { FAILED_SYNC_QUEUE, MAIL_QUEUE, SYNC_QUEUE } from '../jobs/queue.ts';
import type { OwedJob } from './owed-jobs.ts';

/** The table is pg-boss' own, so db/schema does not declare it. */
const JOB = {
  queue: sql<string>`name`,
  districtId: sql<string>`data->>'districtId'`,
  jobId: sql<string>`data->>'jobId'`,
};
const isLive = sql`state in ('created', 'retry', 'active')`;

const allQueued = defineQuery('jobs in the queue', (orm) =>
  orm.select(JOB).from(sql`pgboss.job`).where(isLive),
);
const queuedOfDistrict = defineQuery('jobs in the queue of a district', (orm) =>
  orm.select(JOB).from(sql`pgboss.job`).where(sql`${isLive} and data->>'districtId' = ${DISTRICT_ID}::text`),
);

/** Jobs that pg-boss will give to a worker, or that one works on. */
export class QueuedJobs {
  readonly #keys: Set<string>;

  private constructor(rows: Awaited<ReturnType<typeof allQueued>>) {
    this.#keys = new Set(rows.map(({ queue, districtId, jobId }) => keyOf(queue, districtId, jobId)));
  }

  static async all(db: Database): Promise<QueuedJobs> {
    return new QueuedJobs(await allQueued(db));
  }

  static async ofDistrict(tx: Transaction): Promise<QueuedJobs> {
    return new QueuedJobs(await queuedOfDistrict(tx));
  }

  has(districtId: string, { queue, jobId }: OwedJob): boolean {
    const key = keyOf(queue, districtId, jobId);
    // Given up by pg-boss: the other queue ends it (end-given-up.ts).
    return (
      this.#keys.has(key) ||
      (queue === SYNC_QUEUE && this.#keys.has(keyOf(FAILED_SYNC_QUEUE, districtId, jobId)))
    );
  }
}

/** Any job of e-mails delivers all that are due in its district. */
const keyOf = (queue: string, districtId: string, jobId: string): string =>
  queue === MAIL_QUEUE ? `${queue} ${districtId}` : `${queue} ${districtId} ${jobId}`;
