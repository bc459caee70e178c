import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { feed } from '../../db/schema/feed.ts';
import type { Context } from '../context.ts';
import { FEED_TIMES_QUEUE, sendJob } from '../jobs/queue.ts';
import { findLockedFeed } from './feed-row.ts';
import { nextDue } from './next-due.ts';
import { queueRun } from './queue-run.ts';

const setNextAt = defineCommand('when a feed is due', (orm, p: Params<{ id: string; nextAt: Date | null }>) =>
  orm
    .update(feed)
    .set({ nextAt: asStored(p.nextAt, feed.nextAt) })
    .where(and(inDistrict(feed), eq(feed.id, p.id))),
);

/** When a feed is due next; null pauses it. A job of an earlier time then finds nothing to do. */
export async function setNextDue(
  ctx: Pick<Context, 'db'>,
  tx: Transaction,
  id: string,
  nextAt: Date | null,
): Promise<void> {
  await setNextAt(tx, { id, nextAt });
  if (nextAt)
    await sendJob(
      ctx.db,
      tx,
      FEED_TIMES_QUEUE,
      { districtId: tx.districtId, jobId: id },
      { startAfter: nextAt },
    );
}

/** The time of a feed has come: queues its run, unless one is under way, and the next time. A second call does nothing. */
export const feedDue = (ctx: Context, { feedId }: { feedId: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await findLockedFeed(tx, feedId);
    if (!row?.nextAt || row.nextAt > ctx.now) return;
    await queueRun(ctx, tx, { feedId, trigger: 'schedule' });
    await setNextDue(ctx, tx, feedId, nextDue(ctx.now, row, ctx.district.timeZone));
  });
