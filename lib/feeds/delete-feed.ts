import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { feed } from '../../db/schema/feed.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { lockFeed } from './feed-row.ts';

const removeFeed = defineCommand('delete a feed', (orm, p: Params<{ id: string; at: Date }>) =>
  orm
    .update(feed)
    .set({ deletedAt: asStored(p.at, feed.deletedAt), nextAt: null, secretCipher: null, hostKey: null })
    .where(and(inDistrict(feed), eq(feed.id, p.id))),
);

/** Deletes a feed and its secret. Its runs are kept: the history of synchronizations names their files. @throws NotFound */
export const deleteFeed = (ctx: Context, { id }: { id: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { name } = await lockFeed(tx, id);
    await removeFeed(tx, { id, at: ctx.now });
    await recordAudit(ctx, tx, { action: 'feed.delete', target: name });
  });
