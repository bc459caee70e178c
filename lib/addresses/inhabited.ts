import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import type { Inhabited } from './schema.ts';

const NAMED = 6;

type Resident = Inhabited['residents'][number];
type Row = Resident & { addressId: string; people: number; staffCount: number; studentCount: number };

/** Addresses with who lives and lived there, by id. */
export async function inhabited(
  tx: Transaction,
  addresses: readonly StoredAddress[],
  today: string,
): Promise<Map<string, Inhabited>> {
  const keys = [tx.districtId, arrayLiteral(addresses.map(({ id }) => id)), today];
  const [households, people] = await Promise.all([
    tx.rows<{ addressId: string; current: number; ended: number }>(
      `select address_id as "addressId", count(*) filter (where current) as current,
              count(*) filter (where not current) as ended
         from (select address_id, household_id, bool_or(end_date is null or end_date >= $3) as current
                 from household_location where district_id = $1 and address_id = any($2::uuid[])
                group by address_id, household_id) as home
        group by address_id`,
      keys,
    ),
    residents(tx, keys),
  ]);
  const homes = new Map(households.map(({ addressId, ...counts }) => [addressId, counts]));
  const byAddress = Map.groupBy(people, ({ addressId }) => addressId);
  return new Map(
    addresses.map(({ matchKey: _, ...address }) => {
      const rows = byAddress.get(address.id) ?? [];
      const [counts] = rows;
      return [
        address.id,
        {
          ...address,
          households: homes.get(address.id) ?? { current: 0, ended: 0 },
          people: counts?.people ?? 0,
          staff: counts?.staffCount ?? 0,
          students: counts?.studentCount ?? 0,
          residents: rows.map(({ id, lastName, firstName, middleName, current, staff, student }) => ({
            id,
            lastName,
            firstName,
            middleName,
            current,
            staff,
            student,
          })),
        },
      ];
    }),
  );
}

/** The first few of each address, who is there today before who was, with the counts of all who are. */
const residents = (tx: Transaction, keys: unknown[]): Promise<Row[]> =>
  tx.rows(
    `with home as (
       select l.address_id, m.person_id,
              bool_or((l.end_date is null or l.end_date >= $3) and (m.end_date is null or m.end_date >= $3)) as current
         from household_location l
         join household_member m on m.district_id = $1 and m.household_id = l.household_id
        where l.district_id = $1 and l.address_id = any($2::uuid[])
        group by l.address_id, m.person_id),
     known as (
       select h.address_id, h.person_id, h.current,
              p.staff_number_key is not null
                or exists (select 1 from employment e where e.district_id = $1 and e.person_id = p.id)
                or exists (select 1 from district_assignment a where a.district_id = $1 and a.person_id = p.id) as staff,
              exists (select 1 from enrollment e where e.district_id = $1 and e.person_id = p.id) as student
         from home h join person p on p.district_id = $1 and p.id = h.person_id),
     ranked as (
       select k.address_id, k.person_id, k.current, k.staff, k.student, i.last_name, i.first_name, i.middle_name,
              count(*) filter (where k.current) over whole as people,
              count(*) filter (where k.current and k.staff) over whole as staff_count,
              count(*) filter (where k.current and k.student) over whole as student_count,
              row_number() over (partition by k.address_id
                order by k.current desc, i.last_name, i.first_name, k.person_id) as place
         from known k join identity i on i.district_id = $1 and i.person_id = k.person_id and i.current
       window whole as (partition by k.address_id))
     select address_id as "addressId", person_id as id, last_name as "lastName", first_name as "firstName",
            middle_name as "middleName", current, staff, student, people, staff_count as "staffCount",
            student_count as "studentCount"
       from ranked where place <= ${NAMED} order by address_id, place`,
    keys,
  );
