import type { Context } from '../context.ts';

/** The kinds of action the district's log holds: one look at the index each, however long the log is. */
export const listActions = (ctx: Context): Promise<string[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await tx.rows<{ action: string }>(
      `with recursive kinds as (
         (select e.action from audit_event e where e.district_id = $1 order by e.action limit 1)
         union all
         select (select e.action from audit_event e
                  where e.district_id = $1 and e.action > k.action order by e.action limit 1)
           from kinds k where k.action is not null
       )
       select action from kinds where action is not null`,
      [tx.districtId],
    );
    return rows.map(({ action }) => action);
  });
