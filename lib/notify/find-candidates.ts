import type { Context } from '../context.ts';
import type { Candidates } from './schema.ts';
import { RECIPIENT_RIGHTS } from './types.ts';

/** As many as the drop-down shows at once. */
const SHOWN = 50;

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
    tx.rows<Candidates['data'][number]>(
      `select u.id, u.name, u.username from app_user u
        where u.district_id = $1 and u.disabled_at is null
          and exists (select 1 from tool_right r
                       where r.district_id = $1 and r.user_id = u.id and r.right = any($2::text[]))
          and not exists (select 1 from unnest($3::text[]) w(word)
                           where strpos(lower(u.name || ' ' || u.username), w.word) = 0)
        order by u.name, u.username limit $4`,
      [ctx.district.id, RECIPIENT_RIGHTS, words, SHOWN + 1],
    ),
  );
  return { data: rows.slice(0, SHOWN), more: rows.length > SHOWN };
}
