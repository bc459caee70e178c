import type { PgBoss } from 'pg-boss';
import type { Database } from '../../db/client.ts';
import { tracer } from '../../db/tracer.ts';
import { callersOf } from '../callers/callers.ts';
import { fullPace, Pace } from '../concurrency/pace.ts';
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
import { takeBySize } from './take-by-size.ts';
import { takeJobs } from './take-jobs.ts';

/**
 * Takes jobs from the queues until it is stopped (a district has one live job of a synchronization). The queue tries a job again that throws or whose
 * worker dies. After the last try its run goes back to where the job can be submitted again.
 */
export async function startWorker(
  db: Database,
  keys: CryptoKeys,
  log: (error: unknown) => void,
  delivery: Omit<Delivery, 'db' | 'keys'>,
  feedAccess?: FeedAccess,
): Promise<PgBoss> {
  const boss = await startBoss(db, { supervise: true });
  // Of all jobs of this process: two districts that commit give way together.
  const pace = new Pace(callersOf(db));
  const logged = (work: (address: JobAddress) => Promise<void>) => (address: JobAddress) =>
    work(address).catch((error) => {
      log(error);
      throw error;
    });
  await takeBySize(
    boss,
    SYNC_QUEUE,
    logged((address) => runJob(db, keys, address, new Date(), pace)),
  );
  await endGivenUp(boss, db);
  await takeJobs(boss, NOTICES_QUEUE, { pollSeconds: 2 }, (address) => endNotices(db, address));
  await takeJobs(boss, SCHEDULES_QUEUE, { pollSeconds: 1 }, (address) => scheduleDue(db, keys, address));
  await takeJobs(boss, MAIL_QUEUE, { pollSeconds: 1 }, (address) =>
    deliverMails({ db, keys, ...delivery }, address),
  );
  await takeJobs(boss, FEED_TIMES_QUEUE, { pollSeconds: 2 }, (address) => dueFeed(db, keys, address));
  await takeJobs(
    boss,
    FEED_RUNS_QUEUE,
    { pollSeconds: 1, slots: 2 },
    logged((address) => takeFeed(db, keys, address, feedAccess)),
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
  pace = fullPace(),
): Promise<void> {
  const district = await districtById(db, districtId);
  if (!district) return;
  const claimed = await db.inDistrict(districtId, async (tx) => {
    const job = await jobById(tx, jobId);
    const fence = job && (await takeOver(tx, job, new Date()));
    return job && fence ? { job, fence } : undefined;
  });
  if (!claimed) return;
  const { kind, total } = claimed.job;
  tracer()?.current()?.rename(kind);
  tracer()?.current()?.set({ 'campus.district': district.shortId, 'campus.staff': total });
  const ctx = { ...contextOf(db, keys, district, claimed.job), now };
  try {
    if (kind === 'commit') await runCommit(ctx, claimed.fence, pace);
    else if (kind === 'undo') await runUndo(ctx, claimed.fence, pace);
    else await runValidation(ctx, claimed.fence, pace);
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
