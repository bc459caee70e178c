import { and, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { unnested } from '../../db/unnested.ts';
import type { Context } from '../context.ts';
import { mayBeNotified } from './may-be-notified.ts';
import type { Candidates } from './schema.ts';

/** As many as the drop-down shows at once. */
const MAX_CANDIDATES = 50;

const candidates = defineQuery(
  'users who can be recipients',
  (orm, p: Params<{ words: readonly string[]; limit: number }>) => {
    const searched = unnested('searched', { word: ['text', p.words] });
    const missing = orm
      .select(searched.columns)
      .from(searched.table)
      .where(sql`strpos(lower(${appUser.name} || ' ' || ${appUser.username}), ${searched.columns.word}) = 0`);
    return orm
      .select({ id: appUser.id, name: appUser.name, username: appUser.username })
      .from(appUser)
      .where(and(inDistrict(appUser), mayBeNotified, sql`not exists (${missing})`))
      .orderBy(appUser.name, appUser.username)
      .limit(p.limit);
  },
);

/**
 * Who can be a recipient: users with tool rights to District Employment or District Assignments (NOT-2), whose name or
 * username has every word of `search`.
 */
export async function findCandidates(ctx: Context, { search }: { search: string }): Promise<Candidates> {
  const words = search
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    candidates(tx, { words, limit: MAX_CANDIDATES + 1 }),
  );
  return { data: rows.slice(0, MAX_CANDIDATES), more: rows.length > MAX_CANDIDATES };
}
