import { and, asc, inArray, isNull, lt, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { feed, feedRun } from '../../db/schema/feed.ts';
import { commitSchedule } from '../../db/schema/guards.ts';
import { mail } from '../../db/schema/mail.ts';
import { staffNotice } from '../../db/schema/records.ts';
import { syncJob } from '../../db/schema/sync.ts';
import {
  FEED_RUNS_QUEUE,
  FEED_TIMES_QUEUE,
  MAIL_QUEUE,
  NOTICES_QUEUE,
  type Queue,
  SCHEDULES_QUEUE,
  SMALL_JOB_PRIORITY,
  SMALL_JOB_STAFF,
  SYNC_QUEUE,
} from '../jobs/queue.ts';

/** A job that must be in the queue. */
export interface OwedJob {
  queue: Queue;
  jobId: string;
  priority: number;
}

const queue = (name: Queue) => sql<Queue>`${name}::text`.as('queue');
const NO_PRIORITY = sql<number>`0`.as('priority');
/**
 * What is due only since then is not looked at: on Citus the row of a job may be seen before the queue's (docs/operators/beyond-one-postgres.md).
 * The times are the database's, because a worker's clock may be ahead.
 */
const BEFORE = sql`now() - interval '2 minutes'`;
/** A window of notices is open for five minutes. */
const WINDOW_ENDED = sql`now() - interval '7 minutes'`;

const owed = defineQuery('jobs that must be in the queue', (orm) =>
  unionAll(
    orm
      .select({
        queue: queue(SYNC_QUEUE),
        jobId: sql<string>`${syncJob.id}`.as('job_id'),
        priority:
          sql<number>`case when ${syncJob.total} <= ${SMALL_JOB_STAFF}::integer then ${SMALL_JOB_PRIORITY}::integer else 0 end`.as(
            'priority',
          ),
      })
      .from(syncJob)
      .where(
        and(
          inDistrict(syncJob),
          inArray(syncJob.status, ['queued', 'running']),
          lt(syncJob.submittedAt, BEFORE),
        ),
      ),
    orm
      .select({
        queue: queue(SCHEDULES_QUEUE),
        jobId: sql<string>`${commitSchedule.id}`.as('job_id'),
        priority: NO_PRIORITY,
      })
      .from(commitSchedule)
      .where(
        and(
          inDistrict(commitSchedule),
          isNull(commitSchedule.jobId),
          isNull(commitSchedule.failure),
          lt(commitSchedule.dueAt, BEFORE),
        ),
      ),
    // One job delivers all that is due in the district.
    orm
      .select({
        queue: queue(MAIL_QUEUE),
        jobId: sql<string>`${mail.id}`.as('job_id'),
        priority: NO_PRIORITY,
      })
      .from(mail)
      .where(and(inDistrict(mail), isNull(mail.endedAt), lt(mail.dueAt, BEFORE)))
      .orderBy(asc(mail.dueAt))
      .limit(1),
    orm
      .selectDistinct({
        queue: queue(NOTICES_QUEUE),
        jobId: sql<string>`${staffNotice.windowId}`.as('job_id'),
        priority: NO_PRIORITY,
      })
      .from(staffNotice)
      .where(and(inDistrict(staffNotice), lt(staffNotice.occurredAt, WINDOW_ENDED))),
    orm
      .select({
        queue: queue(FEED_TIMES_QUEUE),
        jobId: sql<string>`${feed.id}`.as('job_id'),
        priority: NO_PRIORITY,
      })
      .from(feed)
      .where(and(inDistrict(feed), isNull(feed.deletedAt), lt(feed.nextAt, BEFORE))),
    orm
      .select({
        queue: queue(FEED_RUNS_QUEUE),
        jobId: sql<string>`${feedRun.id}`.as('job_id'),
        priority: NO_PRIORITY,
      })
      .from(feedRun)
      .where(
        and(
          inDistrict(feedRun),
          inArray(feedRun.status, ['queued', 'running']),
          lt(feedRun.requestedAt, BEFORE),
        ),
      ),
  ),
);

/** What the district's own tables say must be in the queue: work that is due and has not ended. */
export const owedJobs = (tx: Transaction): Promise<OwedJob[]> => owed(tx);
