import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';

/** For the badge in the header. */
export async function countUnread(ctx: Context): Promise<{ unread: number }> {
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.row<{ unread: number }>(
      'select count(*) as unread from message where district_id = $1 and user_id = $2 and read_at is null',
      [tx.districtId, ownerOf(ctx)],
    ),
  );
  return row ?? { unread: 0 };
}
