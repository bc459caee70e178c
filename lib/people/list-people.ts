import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { findPeople, type PeopleAsked } from './find-people.ts';
import type { PeopleFound, PersonRow } from './schema.ts';

/** One page of people, and whether there are more. Complete staff only, unless asked otherwise (SRCH-1). */
export const listPeople = (ctx: Context, asked: PeopleAsked): Promise<PeopleFound> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { ids, more } = await findPeople(ctx, tx, asked);
    return { data: await peopleRows(tx, ids), more };
  });

/** @throws NotFound */
export const personRow = (ctx: Context, { id }: { id: string }): Promise<PersonRow> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [row] = await peopleRows(tx, [id]);
    if (!row) throw new NotFound('There is no such person in this district.');
    return row;
  });

interface Row extends Omit<PersonRow, 'position' | 'roles'> {
  title: string | null;
  school: string | null;
  positions: number;
  employed: boolean;
  student: boolean;
  guardian: boolean;
}

/** People by id as lists show them, in the order of the ids. */
export async function peopleRows(tx: Transaction, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.rows<Row>(
    `select p.id, i.last_name as "lastName", i.first_name as "firstName", i.middle_name as "middleName",
            p.staff_number as "staffNumber", p.birth_date as "birthDate", p.work_email as "workEmail",
            p.work_phone as "workPhone", p.hr_managed_at is not null as "hrManaged",
            exists (select 1 from person o where o.district_id = $1 and o.staff_number_key = p.staff_number_key
                       and o.id <> p.id) as "duplicateNumber",
            coalesce(t.description, d.title_code, c.description, d.assignment_code) as title,
            coalesce(s.name, d.school_number) as school, coalesce(d.positions, 0)::int as positions,
            exists (select 1 from employment e where e.district_id = $1 and e.person_id = p.id) as employed,
            exists (select 1 from enrollment e where e.district_id = $1 and e.person_id = p.id) as student,
            exists (select 1 from guardianship g where g.district_id = $1 and g.guardian_id = p.id) as guardian
       from unnest($2::uuid[]) with ordinality as asked(id, place)
       join person p on p.district_id = $1 and p.id = asked.id
       join identity i on i.district_id = $1 and i.person_id = p.id and i.current
       left join lateral (
            select a.title_code, a.assignment_code, a.school_number, count(*) over () as positions
              from district_assignment a where a.district_id = $1 and a.person_id = p.id
             order by a.end_date desc nulls first, a.start_date desc, a.id limit 1) d on true
       left join title t on t.district_id = $1 and t.code = d.title_code
       left join assignment_code c on c.district_id = $1 and c.code = d.assignment_code
       left join school s on s.district_id = $1 and s.school_number = d.school_number
      order by asked.place`,
    [tx.districtId, arrayLiteral(ids)],
  );
  return rows.map(({ title, school, positions, employed, student, guardian, ...row }) => ({
    ...row,
    position: school === null ? null : { title, school, more: positions - 1 },
    roles: [
      ...(row.staffNumber?.trim() || employed || positions > 0 ? (['staff'] as const) : []),
      ...(student ? (['student'] as const) : []),
      ...(guardian ? (['guardian'] as const) : []),
    ],
  }));
}
