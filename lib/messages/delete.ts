import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import type { Chosen } from './schema.ts';

/** Of the user's own messages, for good; one that is gone already stays so. */
export async function deleteMessages(ctx: Context, { ids }: Chosen): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.run('delete from message where district_id = $1 and user_id = $2 and id = any($3::uuid[])', [
      tx.districtId,
      ownerOf(ctx),
      ids,
    ]),
  );
}
