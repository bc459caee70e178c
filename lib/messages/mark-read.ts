import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import type { Chosen } from './schema.ts';

/** Of the user's own messages; one that is read already, or gone, stays so. */
export async function markRead(ctx: Context, { ids }: Chosen): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.run(
      `update message set read_at = $4
        where district_id = $1 and user_id = $2 and id = any($3::uuid[]) and read_at is null`,
      [tx.districtId, ownerOf(ctx), ids, ctx.now],
    ),
  );
}
