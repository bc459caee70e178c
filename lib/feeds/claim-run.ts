import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { type FeedRunStatus, feedRun } from '../../db/schema/feed.ts';
import type { Context } from '../context.ts';
import { Failure, Unavailable } from '../failure.ts';
import { endFeedRun } from '../sync/feed-policy/end-feed-run.ts';
import { type FeedRow, findFeed } from './feed-row.ts';
import { FEED_TEXTS } from './texts.ts';

/** A run of a feed in the hands of this worker, until another one takes it over. */
export interface ClaimedRun {
  id: string;
  attempt: number;
  /** The synchronization that it began; null if it has not. */
  runId: string | null;
  /** The file that it held; null if it has not. */
  fileName: string | null;
  bytes: number | null;
  feed: FeedRow;
}

/** Another worker has taken the run over. It ends silently: the new owner reports. */
export class Superseded extends Error {}

/** Whether a run fails with an error; after any other, such as a database that is away, the queue tries again. */
export const failsRun = (error: unknown): error is Failure =>
  error instanceof Failure && !(error instanceof Unavailable);

const takeOver = defineQuery('take over a run of a feed', (orm, p: Params<{ id: string; now: Date }>) =>
  orm
    .update(feedRun)
    .set({
      status: 'running',
      attempt: sql`${feedRun.attempt} + 1`,
      startedAt: sql`coalesce(${feedRun.startedAt}, ${asStored(p.now, feedRun.startedAt)})`,
    })
    .where(and(inDistrict(feedRun), eq(feedRun.id, p.id), inArray(feedRun.status, ['queued', 'running'])))
    .returning({
      attempt: feedRun.attempt,
      runId: feedRun.runId,
      fileName: feedRun.fileName,
      bytes: feedRun.bytes,
      feedId: feedRun.feedId,
    }),
);

/** Undefined for a run that has ended, or whose feed was deleted. */
export const claimRun = (ctx: Context, id: string): Promise<ClaimedRun | undefined> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const taken = await takeOver.first(tx, { id, now: ctx.now });
    if (!taken) return undefined;
    const { feedId, ...run } = taken;
    const feed = await findFeed(tx, feedId);
    if (feed) return { id, feed, ...run };
    await endFeedRun(tx, { id, status: 'failed', at: ctx.now, reason: FEED_TEXTS.noSuchFeed() });
    return undefined;
  });

interface Noted {
  fileName: string | null;
  bytes: number | null;
  sha256: string | null;
  rows: number | null;
  runId: string | null;
  jobId: string | null;
  status: FeedRunStatus | null;
  reason: string | null;
}
const kept = (value: unknown, column: (typeof feedRun)[keyof Noted]) =>
  sql`coalesce(${asStored(value as never, column)}, ${column})`;

const noteRun = defineCommand(
  'what is known of a run of a feed',
  (orm, p: Params<Noted & { id: string; attempt: number }>) =>
    orm
      .update(feedRun)
      .set({
        fileName: kept(p.fileName, feedRun.fileName),
        bytes: kept(p.bytes, feedRun.bytes),
        sha256: kept(p.sha256, feedRun.sha256),
        rows: kept(p.rows, feedRun.rows),
        runId: kept(p.runId, feedRun.runId),
        jobId: kept(p.jobId, feedRun.jobId),
        status: kept(p.status, feedRun.status),
        reason: kept(p.reason, feedRun.reason),
      })
      .where(
        and(
          inDistrict(feedRun),
          eq(feedRun.id, p.id),
          eq(feedRun.attempt, p.attempt),
          eq(feedRun.status, 'running'),
        ),
      ),
);

const NOTHING: Noted = {
  fileName: null,
  bytes: null,
  sha256: null,
  rows: null,
  runId: null,
  jobId: null,
  status: null,
  reason: null,
};

/** Stores what is known of a run by now; what is left out stays. @throws Superseded */
export async function noteOfRun(
  tx: Transaction,
  { id, attempt }: ClaimedRun,
  known: Partial<Noted>,
): Promise<void> {
  if ((await noteRun(tx, { ...NOTHING, ...known, id, attempt })) === 0) throw new Superseded();
}

/** Keeps other workers from taking the run over until the transaction ends. @throws Superseded */
export const keepRun = (tx: Transaction, claimed: ClaimedRun): Promise<void> => noteOfRun(tx, claimed, {});
