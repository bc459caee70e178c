import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { Download } from '../../export/download.ts';
import { peopleRows } from '../../people/list-people.ts';
import { PERSON_COLUMNS, peopleCsv } from '../../people/people-csv.ts';
import { type Check, type Checked, PAGE_SIZE } from './schema.ts';

/**
 * CHK-1: the people whose Local Staff Number others have too, side by side by number, or the staff without one, by name; as
 * Campus has them now: how many, and the ids behind offset `$3`, `$2` at most, of one look at the tables.
 */
const LISTS: Record<Check, string> = {
  duplicate: `
    with shared as materialized (
         select d.staff_number_key as key, count(*) as n from person d
          where d.district_id = $1 and d.staff_number_key is not null
          group by d.staff_number_key having count(*) > 1)
    select coalesce((select sum(n) from shared), 0)::int as people, (select count(*)::int from shared) as numbers,
           array(select p.id from shared
                   join person p on p.district_id = $1 and p.staff_number_key = shared.key
                  order by p.staff_number_key, p.id limit $2 offset $3) as ids`,
  missing: `
    with without as materialized (
         select p.id from person p where p.district_id = $1 and p.staff_number_key is null),
         staff as materialized (
         select w.id from without w join employment e on e.district_id = $1 and e.person_id = w.id
         union
         select w.id from without w join district_assignment a on a.district_id = $1 and a.person_id = w.id)
    select (select count(*)::int from staff) as people, 0 as numbers,
           array(select s.id from staff s
                  cross join lateral (
                        select i.last_name_key, i.first_name_key from identity i
                         where i.district_id = $1 and i.person_id = s.id and i.current offset 0) as name
                  order by name.last_name_key, name.first_name_key, s.id limit $2 offset $3) as ids`,
};

interface Found {
  people: number;
  numbers: number;
  ids: string[];
}

/** A page of one of the two lists, and how many are left in it (CHK-2). */
export const checkCampusData = (
  ctx: Context,
  { list, page }: { list: Check; page: number },
): Promise<Checked> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { ids, people, numbers } = await find(tx, list, PAGE_SIZE + 1, (page - 1) * PAGE_SIZE);
    const data = await peopleRows(tx, ids.slice(0, PAGE_SIZE));
    return { data, more: ids.length > PAGE_SIZE, people, numbers };
  });

const find = async (tx: Transaction, list: Check, limit: number, offset: number): Promise<Found> =>
  (await tx.row<Found>(LISTS[list], [tx.districtId, limit, offset])) as Found;

const EVERYONE = 10_000_000;

/** The ids of the whole of one list. */
export const checkedIds = async (tx: Transaction, list: Check): Promise<string[]> =>
  (await find(tx, list, EVERYONE, 0)).ids;

/** The whole of one list as CSV. */
export const exportCheck = (ctx: Context, { list }: { list: Check }): Download =>
  peopleCsv(ctx, `${list}-staff-numbers.csv`, PERSON_COLUMNS, (tx) => checkedIds(tx, list));
