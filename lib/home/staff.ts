import type { Context } from '../context.ts';

/** What an admin has to repair by hand among the staff in Campus. */
export interface StaffState {
  /** Everyone who is staff by a number, an employment or an assignment. */
  staff: number;
  withoutNumber: number;
  /** Nobody is found as staff before they have a District Assignment (SRCH-1). */
  withoutPosition: number;
  /** People who share their number with somebody else (CHK-1). */
  duplicateNumber: number;
  /** People who came from HR or were matched by a commit (RO-1). */
  hrManaged: number;
}

export async function staffState(ctx: Context): Promise<StaffState> {
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.row<StaffState>(
      `with employed as (select distinct person_id from employment where district_id = $1),
            assigned as (select distinct person_id from district_assignment where district_id = $1),
            staff as (
              select p.staff_number_key as number, p.hr_managed_at is not null as managed,
                     a.person_id is not null as placed,
                     count(*) over (partition by p.staff_number_key) as holders
                from person p
                left join employed e on e.person_id = p.id
                left join assigned a on a.person_id = p.id
               where p.district_id = $1
                 and (p.staff_number_key is not null or e.person_id is not null or a.person_id is not null))
       select count(*) as staff,
              count(*) filter (where number is null) as "withoutNumber",
              count(*) filter (where not placed) as "withoutPosition",
              count(*) filter (where number is not null and holders > 1) as "duplicateNumber",
              count(*) filter (where managed) as "hrManaged"
         from staff`,
      [ctx.district.id],
    ),
  );
  return row as StaffState;
}
