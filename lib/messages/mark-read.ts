import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { message } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import type { Chosen } from './schema.ts';

const setRead = defineCommand(
  'mark messages as read',
  (orm, p: Params<{ userId: string; ids: readonly string[]; now: Date }>) =>
    orm
      .update(message)
      .set({ readAt: asStored(p.now, message.readAt) })
      .where(
        and(
          inDistrict(message),
          eq(message.userId, p.userId),
          isOneOf(message.id, p.ids),
          isNull(message.readAt),
        ),
      ),
);

/** Marks the user's own messages as read; one that is read or deleted already stays so. */
export async function markRead(ctx: Context, { ids }: Chosen): Promise<void> {
  const userId = ownerOf(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) => setRead(tx, { userId, ids, now: ctx.now }));
}
