import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { favourite } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';

const pathsOfUser = defineQuery('the favorites of a user', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ path: favourite.path })
    .from(favourite)
    .where(and(inDistrict(favourite), eq(favourite.userId, p.userId)))
    .orderBy(favourite.path),
);

/** The paths of the pages that the signed-in user keeps in the menu. */
export async function listFavourites(ctx: Context): Promise<string[]> {
  if (ctx.actor.kind !== 'user') return [];
  const userId = ctx.actor.id;
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => pathsOfUser(tx, { userId }));
  return rows.map(({ path }) => path);
}
