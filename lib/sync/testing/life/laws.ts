import { expect } from 'vitest';
import { textRows } from '../../../../db/sql-text.ts';
import type { Context } from '../../../context.ts';
import { rowsOf } from '../in-district.ts';

/** What must be true between any two operations: each query lists what breaks a rule. */
const BROKEN: Record<string, string> = {
  'SYNC-1 one run is live': `
    select count(*) from sync_run where district_id = $1 and status not in ('committed', 'cancelled') having count(*) > 1`,
  'SYNC-1 a job is live only in its run’s state, and a commit has one': `
    select r.status, j.kind from sync_run r
      full join (select * from sync_job where district_id = $1 and status in ('queued', 'running')) j on j.run_id = r.id
     where coalesce(r.district_id, j.district_id) = $1
       and case when j.kind = 'validate' then r.status not in ('transferred', 'validated')
                else (j.id is not null) <> (r.status = 'committing') end`,
  'SYNC-2 a run says how many are staged and set aside': `
    select r.staff_transferred, r.set_aside from sync_run r
     where r.district_id = $1 and r.kind = 'synchronization' and r.status not in ('committed', 'cancelled')
       and (r.staff_transferred, r.set_aside) is distinct from (
         (select count(*)::integer from staged_call c join staged_staff s on s.district_id = $1 and s.call_id = c.id
           where c.district_id = $1 and c.run_id = r.id and c.first_seq is not null),
         (select count(*)::integer from staged_call c join set_aside_staff s on s.district_id = $1 and s.call_id = c.id
           where c.district_id = $1 and c.run_id = r.id and c.first_seq is not null))`,
  'SYNC-2 nobody shares a place': `
    select c.run_id, c.first_seq from staged_call c where c.district_id = $1 and c.first_seq is not null
     group by 1, 2 having count(*) > 1`,
  'SYNC-8 each person of a commit has one outcome': `
    select j.* from sync_job j where j.district_id = $1 and j.kind = 'commit' and j.status = 'completed'
       and (j.total, j.total, j.total) is distinct from (
         j.processed, j.created + j.updated + j.unchanged + j.held + j.failed,
         (select count(distinct x.staff_number)::integer from sync_result x where x.district_id = $1 and x.run_id = j.run_id))`,
  'VAL-1 the report counts what it lists': `
    select section.name from sync_run r
      left join validation v on v.district_id = $1 and v.id = r.validation_id
      left join lateral jsonb_each_text(v.totals) as section(name, total) on true
     where r.district_id = $1 and r.validation_id is not null and r.status in ('validated', 'committing')
       and (v.id is null or section.total::integer <> (
         select count(*) from difference d
          where d.district_id = $1 and d.validation_id = v.id and d.section = section.name))`,
  'STAFF-1 nobody is there twice': `
    select staff_number_key from person where district_id = $1 and staff_number_key <> '' group by 1 having count(*) > 1`,
};

export async function expectSound(ctx: Context): Promise<void> {
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    for (const [rule, query] of Object.entries(BROKEN))
      expect(await textRows(tx, query, [tx.districtId]), rule).toEqual([]);
  });
}

/** What HR and Campus know of everybody, without what each change raises. */
export const everybody = (ctx: Context) =>
  rowsOf(
    ctx,
    `select p.staff_number, p.work_phone, i.last_name, i.first_name,
            array(select school_number || start_date from district_assignment a
                   where a.district_id = $1 and a.person_id = p.id order by 1) as positions
       from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
      where p.district_id = $1 order by 1`,
  );
