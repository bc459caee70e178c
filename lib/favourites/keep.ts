import { and, eq } from 'drizzle-orm';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { favourite } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';

const { districtId, userId, path } = favourite;

const addPath = defineCommand(
  'add a favorite',
  (orm, p: Params<{ id: string; userId: string; path: string }>) =>
    orm
      .insert(favourite)
      .values({ districtId: DISTRICT_ID, id: p.id, userId: p.userId, path: p.path })
      .onConflictDoNothing({ target: [districtId, userId, path] }),
);
const removePath = defineCommand('remove a favorite', (orm, p: Params<{ userId: string; path: string }>) =>
  orm.delete(favourite).where(and(inDistrict(favourite), eq(userId, p.userId), eq(path, p.path))),
);

/** Adds a page to the user's menu or removes it. Doing so twice changes nothing. */
export async function keepFavourite(
  ctx: Context,
  { path, kept }: { path: string; kept: boolean },
): Promise<void> {
  if (ctx.actor.kind !== 'user') return;
  const userId = ctx.actor.id;
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    kept ? addPath(tx, { id: ctx.newId(), userId, path }) : removePath(tx, { userId, path }),
  );
}
