import type { Context } from '../context.ts';

/** Keeps a page in the user's menu, or takes it out; saying the same twice changes nothing. */
export async function keepFavourite(
  ctx: Context,
  { path, kept }: { path: string; kept: boolean },
): Promise<void> {
  if (ctx.actor.kind !== 'user') return;
  const userId = ctx.actor.id;
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    kept
      ? tx.run(
          `insert into favourite (district_id, id, user_id, path) values ($1, $2, $3, $4)
           on conflict (district_id, user_id, path) do nothing`,
          [tx.districtId, ctx.newId(), userId, path],
        )
      : tx.run('delete from favourite where district_id = $1 and user_id = $2 and path = $3', [
          tx.districtId,
          userId,
          path,
        ]),
  );
}
