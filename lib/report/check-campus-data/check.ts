import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { Download } from '../../http/download.ts';
import { peopleRows } from '../../people/list-people.ts';
import { PERSON_COLUMNS, peopleCsv } from '../../people/people-csv.ts';
import { type Check, type Checked, PAGE_SIZE } from './schema.ts';

/**
 * CHK-1: the people whose Local Staff Number others have too, side by side by number, or the staff without one, by name; as
 * Campus has them now. `$2` and `$3` are limit and offset.
 */
const LISTS: Record<Check, { ids: string; count: string }> = {
  duplicate: {
    ids: `select p.id from person p where p.district_id = $1 and p.staff_number_key in (
            select d.staff_number_key from person d where d.district_id = $1 and d.staff_number_key is not null
             group by d.staff_number_key having count(*) > 1)
           order by p.staff_number_key, p.id limit $2 offset $3`,
    count: `select coalesce(sum(n), 0)::int as people, count(*)::int as numbers from (
            select count(*) as n from person d where d.district_id = $1 and d.staff_number_key is not null
             group by d.staff_number_key having count(*) > 1) as shared`,
  },
  missing: {
    ids: `with staff as materialized (
            select e.person_id from employment e where e.district_id = $1
            union select a.person_id from district_assignment a where a.district_id = $1)
          select p.id from staff s
            join person p on p.district_id = $1 and p.id = s.person_id and p.staff_number_key is null
            join identity i on i.district_id = $1 and i.person_id = p.id and i.current
           order by i.last_name_key, i.first_name_key, p.id limit $2 offset $3`,
    count: `select count(*)::int as people, 0 as numbers from (
            select e.person_id from employment e where e.district_id = $1
            union select a.person_id from district_assignment a where a.district_id = $1) s
            join person p on p.district_id = $1 and p.id = s.person_id and p.staff_number_key is null`,
  },
};

/** A page of one of the two lists, and how many are left in it (CHK-2). */
export const checkCampusData = (
  ctx: Context,
  { list, page }: { list: Check; page: number },
): Promise<Checked> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const ids = await idsOf(tx, list, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
    const left = await tx.row<{ people: number; numbers: number }>(LISTS[list].count, [tx.districtId]);
    return {
      data: await peopleRows(tx, ids.slice(0, PAGE_SIZE)),
      more: ids.length > PAGE_SIZE,
      people: left?.people ?? 0,
      numbers: left?.numbers ?? 0,
    };
  });

const idsOf = async (tx: Transaction, list: Check, limit: number, offset: number): Promise<string[]> =>
  (await tx.rows<{ id: string }>(LISTS[list].ids, [tx.districtId, limit, offset])).map(({ id }) => id);

const EVERYONE = 10_000_000;

/** The ids of the whole of one list. */
export const checkedIds = (tx: Transaction, list: Check): Promise<string[]> => idsOf(tx, list, EVERYONE, 0);

/** The whole of one list as CSV. */
export const exportCheck = (ctx: Context, { list }: { list: Check }): Download =>
  peopleCsv(ctx, `${list}-staff-numbers.csv`, PERSON_COLUMNS, (tx) => checkedIds(tx, list));
