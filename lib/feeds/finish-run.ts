import type { Context } from '../context.ts';
import { endFeedRun } from '../sync/feed-policy/end-feed-run.ts';
import { endSyncIn } from '../sync/run/end.ts';
import { lockLatestRun } from '../sync/run/run.ts';
import { validateSyncIn } from '../sync/validate/validate.ts';
import { type ClaimedRun, keepRun, noteOfRun, Superseded } from './claim-run.ts';
import { FeedProblem } from './source/feed-problem.ts';
import { FEED_PROBLEMS } from './texts.ts';

/**
 * Ends the transfer and does what the feed's policy says. A validation goes on by itself (continue-feed.ts).
 * @param notes what an admin should know; null for nothing
 */
export async function finishRun(
  ctx: Context,
  claimed: ClaimedRun,
  runId: string,
  notes: string | null,
): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    await keepRun(tx, claimed);
    if (run?.id !== runId) throw new FeedProblem(FEED_PROBLEMS.replaced());
    if (run.status === 'transferring') await endSyncIn(ctx, tx, { runId });
    if (claimed.feed.policy !== 'stop') {
      const { jobId } = await validateSyncIn(ctx, tx, { runId });
      return noteOfRun(tx, claimed, { jobId, status: 'validating', reason: notes });
    }
    const { id, attempt } = claimed;
    if (!(await endFeedRun(tx, { id, attempt, status: 'transferred', at: ctx.now, reason: notes })))
      throw new Superseded();
  });
}
