import { and, eq } from 'drizzle-orm';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { message } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import type { Chosen } from './schema.ts';

const deleteOwn = defineCommand(
  'delete messages of a user',
  (orm, p: Params<{ userId: string; ids: readonly string[] }>) =>
    orm
      .delete(message)
      .where(and(inDistrict(message), eq(message.userId, p.userId), isOneOf(message.id, p.ids))),
);

/** Deletes the user's own messages for good; one that is deleted already stays so. */
export async function deleteMessages(ctx: Context, { ids }: Chosen): Promise<void> {
  const userId = ownerOf(ctx);
  await ctx.db.inDistrict(ctx.district.id, (tx) => deleteOwn(tx, { userId, ids }));
}
