import { and } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { hasWords } from '../../db/has-words.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { USER_KEY } from '../../db/user-key.ts';
import type { Context } from '../context.ts';
import { nameWords } from '../text/name-words.ts';
import { mayBeNotified } from './may-be-notified.ts';
import type { Candidates } from './schema.ts';

/** As many as the drop-down shows at once. */
const MAX_CANDIDATES = 50;

const candidates = defineQuery(
  'users who can be recipients',
  (orm, p: Params<{ words: readonly string[]; limit: number }>) =>
    orm
      .select({ id: appUser.id, name: appUser.name, username: appUser.username })
      .from(appUser)
      .where(and(inDistrict(appUser), mayBeNotified, hasWords(USER_KEY, p.words)))
      .orderBy(appUser.name, appUser.username)
      .limit(p.limit),
);

/**
 * Who can be a recipient: users with tool rights to District Employment or District Assignments (NOT-2), whose name or
 * username has every word of `search` (SRCH-2).
 */
export async function findCandidates(ctx: Context, { search }: { search: string }): Promise<Candidates> {
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    candidates(tx, { words: nameWords(search), limit: MAX_CANDIDATES + 1 }),
  );
  return { data: rows.slice(0, MAX_CANDIDATES), more: rows.length > MAX_CANDIDATES };
}
