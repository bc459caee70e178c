import { and, count, eq, isNull } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { message } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';

const unreadOf = defineQuery('how many unread messages a user has', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ unread: count() })
    .from(message)
    .where(and(inDistrict(message), eq(message.userId, p.userId), isNull(message.readAt))),
);

/** For the badge in the header. */
export async function countUnread(ctx: Context): Promise<{ unread: number }> {
  const userId = ownerOf(ctx);
  const counted = await ctx.db.inDistrict(ctx.district.id, (tx) => unreadOf.first(tx, { userId }));
  return counted ?? { unread: 0 };
}
