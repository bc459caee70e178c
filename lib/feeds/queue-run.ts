import type { Transaction } from '../../db/client.ts';
import { rowWriter } from '../../db/rows.ts';
import { type FeedTrigger, feedRun } from '../../db/schema/feed.ts';
import type { Context } from '../context.ts';
import { FEED_RUNS_QUEUE, sendJob } from '../jobs/queue.ts';
import { liveRunOf } from './feed-runs.ts';

const runs = rowWriter(feedRun, ['id', 'feedId', 'trigger', 'requestedAt', 'requestedBy', 'status']);

/**
 * Queues a run of a feed. Hold the lock of the feed's row.
 * @returns its id; undefined if one is under way
 */
export async function queueRun(
  ctx: Pick<Context, 'db' | 'newId' | 'now' | 'actor'>,
  tx: Transaction,
  { feedId, trigger }: { feedId: string; trigger: FeedTrigger },
): Promise<string | undefined> {
  if (await liveRunOf(tx, feedId)) return undefined;
  const id = ctx.newId();
  const requested = { requestedAt: ctx.now, requestedBy: ctx.actor.name };
  await runs.insert(tx, [{ id, feedId, trigger, ...requested, status: 'queued' }]);
  await sendJob(ctx.db, tx, FEED_RUNS_QUEUE, { districtId: tx.districtId, jobId: id });
  return id;
}
