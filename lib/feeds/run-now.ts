import type { FeedTrigger } from '../../db/schema/feed.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { lockFeed } from './feed-row.ts';
import { queueRun } from './queue-run.ts';
import { FEED_TEXTS } from './texts.ts';

/** *Run now*, also while the feed is paused. @returns the run's id @throws Conflict while one is under way; NotFound */
export const runFeedNow = (
  ctx: Context,
  { id, trigger = 'user' }: { id: string; trigger?: FeedTrigger },
): Promise<{ runId: string }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { name } = await lockFeed(tx, id);
    const runId = await queueRun(ctx, tx, { feedId: id, trigger });
    if (!runId) throw new Conflict(FEED_TEXTS.running());
    await recordAudit(ctx, tx, { action: 'feed.run', target: name });
    return { runId };
  });
