import type { Job, PgBoss } from 'pg-boss';
import type { Database } from '../../db/client.ts';
import type { Context, District } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { districtById } from '../district/find-district.ts';
import { runFeed } from '../feeds/run-feed.ts';
import { feedDue } from '../feeds/schedule-feed.ts';
import type { FeedAccess } from '../feeds/source/access.ts';
import {
  FEED_RUNS_QUEUE,
  FEED_TIMES_QUEUE,
  type JobAddress,
  MAIL_QUEUE,
  NOTICES_QUEUE,
  SCHEDULES_QUEUE,
  SYNC_QUEUE,
  startBoss,
} from '../jobs/queue.ts';
import { type Delivery, deliverDueMails } from '../mail/deliver-due.ts';
import { newId } from '../new-id.ts';
import { endNoticeWindow } from '../notify/end-window.ts';
import { runCommit } from '../sync/commit/run-commit.ts';
import { Fenced, takeOver } from '../sync/run/fence.ts';
import { type JobRow, jobById } from '../sync/run/jobs.ts';
import { runScheduled } from '../sync/schedule/run-scheduled.ts';
import { runUndo } from '../sync/undo/run-undo.ts';
import { runValidation } from '../sync/validate/run-validation.ts';
import { endGivenUp } from './end-given-up.ts';

/**
 * Takes jobs from the queue until it is stopped, two at a time (of different districts: a district has one live job).
 * The queue tries a job again that throws or whose worker dies. After the last try its run goes back to where the job can be
 * submitted again.
 */
export async function startWorker(
  db: Database,
  keys: CryptoKeys,
  log: (error: unknown) => void,
  delivery: Omit<Delivery, 'db' | 'keys'>,
  feedAccess?: FeedAccess,
): Promise<PgBoss> {
  const boss = await startBoss(db, { supervise: true });
  await boss.work(
    SYNC_QUEUE,
    { pollingIntervalSeconds: 0.5, localConcurrency: 2 },
    async ([job]: Job<JobAddress>[]) => {
      try {
        if (job) await runJob(db, keys, job.data);
      } catch (error) {
        log(error);
        throw error;
      }
    },
  );
  await endGivenUp(boss, db);
  await boss.work(
    NOTICES_QUEUE,
    { pollingIntervalSeconds: 2 },
    async ([job]: Job<JobAddress>[]) => job && endNotices(db, job.data),
  );
  await boss.work(
    SCHEDULES_QUEUE,
    { pollingIntervalSeconds: 1 },
    async ([job]: Job<JobAddress>[]) => job && scheduleDue(db, keys, job.data),
  );
  await boss.work(
    MAIL_QUEUE,
    { pollingIntervalSeconds: 1 },
    async ([job]: Job<JobAddress>[]) => job && deliverMails({ db, keys, ...delivery }, job.data),
  );
  await boss.work(
    FEED_TIMES_QUEUE,
    { pollingIntervalSeconds: 2 },
    async ([job]: Job<JobAddress>[]) => job && dueFeed(db, keys, job.data),
  );
  await boss.work(
    FEED_RUNS_QUEUE,
    { pollingIntervalSeconds: 1, localConcurrency: 2 },
    async ([job]: Job<JobAddress>[]) => {
      try {
        if (job) await takeFeed(db, keys, job.data, feedAccess);
      } catch (error) {
        log(error);
        throw error;
      }
    },
  );
  return boss;
}

async function dueFeed(db: Database, keys: CryptoKeys, { districtId, jobId }: JobAddress): Promise<void> {
  const ctx = await systemContext(db, keys, districtId);
  if (ctx) await feedDue(ctx, { feedId: jobId });
}

async function takeFeed(
  db: Database,
  keys: CryptoKeys,
  { districtId, jobId }: JobAddress,
  feedAccess: FeedAccess | undefined,
): Promise<void> {
  const ctx = await systemContext(db, keys, districtId);
  if (ctx) await runFeed({ ...ctx, feedAccess }, { feedRunId: jobId });
}

async function deliverMails(delivery: Delivery, { districtId }: JobAddress): Promise<void> {
  const district = await districtById(delivery.db, districtId);
  if (district) await deliverDueMails(delivery, district);
}

async function endNotices(db: Database, { districtId, jobId }: JobAddress): Promise<void> {
  const district = await districtById(db, districtId);
  if (district) await endNoticeWindow(db, district, { windowId: jobId });
}

/** @param now for tests */
export async function scheduleDue(
  db: Database,
  keys: CryptoKeys,
  { districtId, jobId }: JobAddress,
  now = new Date(),
): Promise<void> {
  const ctx = await systemContext(db, keys, districtId, now);
  if (ctx) await runScheduled(ctx, { scheduleId: jobId });
}

/** Of what the clock begins. */
async function systemContext(
  db: Database,
  keys: CryptoKeys,
  districtId: string,
  now = new Date(),
): Promise<Context | undefined> {
  const district = await districtById(db, districtId);
  return district && { actor: { kind: 'system', name: 'Schedule' }, district, db, keys, now, newId };
}

/**
 * Does one job, or the rest of one that was interrupted. Skips a job that has ended or lost its run.
 * @param now for tests
 */
export async function runJob(
  db: Database,
  keys: CryptoKeys,
  { districtId, jobId }: JobAddress,
  now = new Date(),
): Promise<void> {
  const district = await districtById(db, districtId);
  if (!district) return;
  const claimed = await db.inDistrict(districtId, async (tx) => {
    const job = await jobById(tx, jobId);
    const fence = job && (await takeOver(tx, job, new Date()));
    return job && fence ? { job, fence } : undefined;
  });
  if (!claimed) return;
  const ctx = { ...contextOf(db, keys, district, claimed.job), now };
  try {
    if (claimed.job.kind === 'commit') await runCommit(ctx, claimed.fence);
    else if (claimed.job.kind === 'undo') await runUndo(ctx, claimed.fence);
    else await runValidation(ctx, claimed.fence);
  } catch (error) {
    if (!(error instanceof Fenced)) throw error;
  }
}

/** The job acts in the name of the user or client that submitted it. */
const contextOf = (
  db: Database,
  keys: CryptoKeys,
  district: District,
  job: JobRow,
): Omit<Context, 'now'> => ({
  actor: { kind: 'system', name: job.submittedBy },
  district,
  db,
  keys,
  newId,
});
