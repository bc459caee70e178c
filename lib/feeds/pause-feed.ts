import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { lockFeed } from './feed-row.ts';
import { readFeed } from './list-feeds.ts';
import { nextDue } from './next-due.ts';
import { setNextDue } from './schedule-feed.ts';
import type { Feed } from './schema.ts';

/** Pauses a feed, or resumes it at its next time. A run that is under way goes on. @throws NotFound */
export const pauseFeed = (ctx: Context, { id, paused }: { id: string; paused: boolean }): Promise<Feed> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await lockFeed(tx, id);
    await setNextDue(ctx, tx, id, paused ? null : nextDue(ctx.now, row, ctx.district.timeZone));
    await recordAudit(ctx, tx, { action: paused ? 'feed.pause' : 'feed.resume', target: row.name });
    return readFeed(tx, id);
  });
