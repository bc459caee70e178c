import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { feedRun } from '../../db/schema/feed.ts';
import type { Context } from '../context.ts';
import { isLiveRun, latestRun, lockLatestRun, type RunRow } from '../sync/run/run.ts';
import { othersShares } from '../sync/run/staging-shares.ts';
import { startSyncIn } from '../sync/run/start.ts';
import { transition } from '../sync/run/transition.ts';
import { type ClaimedRun, keepRun, noteOfRun } from './claim-run.ts';
import { FeedProblem } from './source/feed-problem.ts';
import { FEED_PROBLEMS } from './texts.ts';

const startedByFeed = defineQuery(
  'whether a feed began a synchronization',
  (orm, p: Params<{ feedId: string; runId: string }>) =>
    orm
      .select({ id: feedRun.id })
      .from(feedRun)
      .where(and(inDistrict(feedRun), eq(feedRun.feedId, p.feedId), eq(feedRun.runId, p.runId))),
);

/** How far a run of a feed had come when its worker died. */
export type Progress = 'none' | 'begun' | 'staged';

/** @throws FeedProblem if others have restarted or cancelled its synchronization */
export const progressOf = (ctx: Context, { runId }: ClaimedRun): Promise<Progress> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (runId === null) return 'none';
    const run = await latestRun(tx);
    if (run?.id !== runId || !isLiveRun(run)) throw new FeedProblem(FEED_PROBLEMS.replaced());
    return run.status === 'transferring' && isEmpty(run) ? 'begun' : 'staged';
  });

/**
 * Starts the feed's synchronization. It replaces one that the feed itself began and that is not committed, nothing else.
 * @throws FeedProblem
 */
export const beginRun = (ctx: Context, claimed: ClaimedRun): Promise<string> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    if (isLiveRun(live)) await assertOwn(ctx, tx, live, claimed.feed.id);
    const { run } = await startSyncIn(ctx, tx, {});
    await noteOfRun(tx, claimed, { runId: run.runId });
    return run.runId;
  });

async function assertOwn(ctx: Context, tx: Transaction, live: RunRow, feedId: string): Promise<void> {
  if (live.status === 'committing') throw new FeedProblem(FEED_PROBLEMS.openJob());
  if (!(await startedByFeed.first(tx, { feedId, runId: live.id })))
    throw new FeedProblem(FEED_PROBLEMS.openRun(live.startedBy));
  if ((await othersShares(tx, ctx.actor, live.id)).length > 0)
    throw new FeedProblem(FEED_PROBLEMS.othersStaged());
}

/**
 * Cancels the feed's synchronization if nothing was staged: an open one would block other users.
 * @throws Superseded, because the worker that took the feed's run over is about to stage into it
 */
export const cancelIfEmpty = (ctx: Context, claimed: ClaimedRun, runId: string): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    await keepRun(tx, claimed);
    if (run?.id === runId && run.status === 'transferring' && isEmpty(run))
      await transition(tx, run, 'cancel', ctx.now);
  });

const isEmpty = ({ staffTransferred, setAside }: RunRow): boolean => staffTransferred + setAside === 0;
