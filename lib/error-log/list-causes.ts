import type { Context } from '../context.ts';
import { conditionsOf } from './narrowing.ts';
import type { ErrorCause, Narrowing } from './schema.ts';

/** Of the causes the most frequent are told. */
const MOST = 100;

/** What the entries have in common, the most frequent cause first, each with its latest message (ERR-3). */
export const listCauses = (ctx: Context, asked: Narrowing): Promise<ErrorCause[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { where, values } = await conditionsOf(ctx, tx, asked);
    const rows = await tx.rows<Omit<ErrorCause, 'lastAt'> & { lastAt: Date }>(
      `select g.cause, g.entries, g.last_at as "lastAt", latest.status, latest.message
         from (select e.cause, count(*) as entries, max(e.occurred_at) as last_at
                 from error_log e where e.district_id = $1${where}
                group by e.cause order by entries desc, last_at desc limit ${MOST}) g
         cross join lateral (
              select e.status, e.message from error_log e
               where e.district_id = $1 and e.occurred_at = g.last_at and e.cause is not distinct from g.cause${where}
               order by e.id desc limit 1) latest
        order by g.entries desc, g.last_at desc`,
      [tx.districtId, ...values],
    );
    return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
  });
