import { PgBoss } from 'pg-boss';
import type { Database, Transaction } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import { tracer } from '../../db/tracer.ts';

/** All that the queue knows about a job: where its row is. */
export interface JobAddress {
  districtId: DistrictId;
  jobId: string;
}

/** What the queue keeps. */
export interface SentJob extends JobAddress {
  /** The `traceparent` of the call that submitted it, if tracing is on. */
  trace?: string;
}

export const SYNC_QUEUE = 'sync';
/** Jobs of the former that were tried twenty times, or whose worker died as often: pg-boss moves them here. */
export const FAILED_SYNC_QUEUE = 'sync-failed';
/** Ends of the five minutes after a message about HR's single changes; `jobId` is the window's id. */
export const NOTICES_QUEUE = 'notices';
/** Moments at which a scheduled commit is due; `jobId` is the schedule's id. */
export const SCHEDULES_QUEUE = 'schedules';
/** Moments at which e-mails of a district are due; `jobId` is the id of one of them. */
export const MAIL_QUEUE = 'mail';
/** Moments at which a feed is due; `jobId` is the feed's id. */
export const FEED_TIMES_QUEUE = 'feed-times';
/** Runs of feeds; `jobId` is the run's id. */
export const FEED_RUNS_QUEUE = 'feed-runs';

/** Of the synchronization's jobs for up to so many staff, which have slots of their own: some seconds of work. */
export const SMALL_JOB_STAFF = 2_000;
export const SMALL_JOB_PRIORITY = 1;

export type Queue =
  | typeof SYNC_QUEUE
  | typeof NOTICES_QUEUE
  | typeof SCHEDULES_QUEUE
  | typeof MAIL_QUEUE
  | typeof FEED_TIMES_QUEUE
  | typeof FEED_RUNS_QUEUE;

/** By pool: a call may see the database through its own fence. */
const senders = new WeakMap<Database['pool'], Promise<PgBoss>>();

/** Puts a job into a queue as part of the caller's transaction, to be done at once or not before `startAfter`. */
export async function sendJob(
  db: Database,
  tx: Transaction,
  queue: Queue,
  address: JobAddress,
  { startAfter, priority = 0 }: { startAfter?: Date; priority?: number } = {},
): Promise<void> {
  const sender = await senderOf(db);
  // A job for later is a trace of its own, or a trace would be open for days.
  const trace = startAfter ? undefined : tracer()?.traceparent();
  await sender.send(queue, trace ? { ...address, trace } : address, {
    priority,
    ...(startAfter && { startAfter }),
    db: { executeSql: async (text, values) => tx.client.query(text, values) },
  });
}

/** One sender per database, started on first use; one that could not start is tried again the next time. */
function senderOf(db: Database): Promise<PgBoss> {
  const known = senders.get(db.pool);
  if (known) return known;
  const sender = startBoss(db, { supervise: false });
  senders.set(db.pool, sender);
  sender.catch(() => senders.delete(db.pool));
  return sender;
}

/**
 * pg-boss on the app's own pool. Its schema is the migrations' (`migrate: false`). Supervising (only the worker does)
 * finds jobs whose worker died: at most 2 s after their ten seconds are over, where pg-boss' defaults take minutes.
 */
export async function startBoss(db: Database, options: { supervise: boolean }): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => db.pool.query(text, values) },
    migrate: false,
    schedule: false,
    reindex: false,
    registerInstance: options.supervise,
    instanceHeartbeatSeconds: 5,
    supervise: options.supervise,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
  });
  // A database that is away raises an error every second. Readiness reports it.
  boss.on('error', () => {});
  await boss.start();
  return boss;
}
