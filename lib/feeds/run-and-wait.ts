import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { NotFound, Unavailable } from '../failure.ts';
import { workerAlive } from '../jobs/worker-alive.ts';
import { findFeedNamed } from './feed-row.ts';
import { feedRunById, viewFeedRun } from './feed-runs.ts';
import { isUnderWay } from './is-under-way.ts';
import { runFeedNow } from './run-now.ts';
import type { FeedRun } from './schema.ts';
import { FEED_TEXTS } from './texts.ts';

const LOOK_AGAIN_MS = 1_000;

/**
 * Has the worker run a feed and waits until its run has ended, with its validation.
 * @param lookAgainMs for tests
 * @throws NotFound; Conflict while a run is under way; Unavailable where no worker is running
 */
export async function runAndWait(
  ctx: Context,
  { name }: { name: string },
  lookAgainMs = LOOK_AGAIN_MS,
): Promise<FeedRun> {
  const feed = await ctx.db.inDistrict(ctx.district.id, (tx) => findFeedNamed(tx, name));
  if (!feed) throw new NotFound(FEED_TEXTS.noFeedNamed(name));
  if (!(await workerAlive(ctx.db))) throw new Unavailable(FEED_TEXTS.noWorker());
  const { runId } = await runFeedNow(ctx, { id: feed.id, trigger: 'command' });
  for (;;) {
    const row = await ctx.db.inDistrict(ctx.district.id, (tx) => feedRunById(tx, runId));
    if (row && !isUnderWay(row)) return viewFeedRun(row);
    await pause(lookAgainMs);
  }
}
