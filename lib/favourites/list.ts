import type { Context } from '../context.ts';

/** The paths of the pages that the signed-in user keeps in the menu. */
export async function listFavourites(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'user') return [];
  const userId = ctx.actor.id;
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.rows<{ path: string }>(
      'select path from favourite where district_id = $1 and user_id = $2 order by path',
      [tx.districtId, userId],
    ),
  );
  return rows.map((row) => row.path);
}
