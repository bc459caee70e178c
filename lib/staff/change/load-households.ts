import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { type AddressTuple, addressColumns, toAddress } from '../../address/stored-address.ts';
import type { CampusPerson, StoredHousehold } from './campus-state.ts';

type Text = string | null;
type HouseholdTuple = [string, string, Text, Text, boolean, number];
type LocationTuple = [
  string,
  string,
  string,
  Text,
  Text,
  boolean,
  boolean,
  boolean,
  boolean,
  ...AddressTuple,
];
const MEMBER_TODAY = '(m.end_date is null or m.end_date >= $3)';

/** Reads the households the people are members of today, with all locations and the number of members. */
export async function loadHouseholds(tx: Transaction, people: Map<string, CampusPerson>, today: string) {
  const ids = arrayLiteral([...people.keys()]);
  const [households, locations] = await Promise.all([
    tx.tuples<HouseholdTuple>(
      `select m.person_id, h.id, h.name, h.phone, h.staff_household,
              (select count(*)::int from household_member o
                where o.district_id = $1 and o.household_id = h.id and (o.end_date is null or o.end_date >= $3))
         from household_member m
         join household h on h.district_id = $1 and h.id = m.household_id
        where m.district_id = $1 and m.person_id = any($2::uuid[]) and ${MEMBER_TODAY} order by h.id`,
      [tx.districtId, ids, today],
    ),
    tx.tuples<LocationTuple>(
      `select l.id, l.household_id, l.address_id, l.start_date, l.end_date, l.mailing, l.physical, l.private,
              l.secondary, ${addressColumns('a')}
         from household_location l
         join address a on a.district_id = $1 and a.id = l.address_id
        where l.district_id = $1 and l.household_id in (
              select m.household_id from household_member m
               where m.district_id = $1 and m.person_id = any($2::uuid[]) and ${MEMBER_TODAY})
        order by l.id`,
      [tx.districtId, ids, today],
    ),
  ]);
  const byId = new Map<string, StoredHousehold[]>();
  for (const [personId, id, name, phone, staffHousehold, memberCount] of households) {
    const household: StoredHousehold = { id, name, phone, staffHousehold, memberCount, locations: [] };
    people.get(personId)?.households.push(household);
    byId.set(id, [...(byId.get(id) ?? []), household]);
  }
  for (const tuple of locations) {
    const location = toLocation(tuple);
    for (const household of byId.get(location.householdId) ?? []) household.locations.push(location);
  }
}

function toLocation(tuple: LocationTuple): StoredHousehold['locations'][number] {
  const [
    id,
    householdId,
    addressId,
    startDate,
    endDate,
    mailing,
    physical,
    isPrivate,
    secondary,
    ...address
  ] = tuple;
  const flags = { mailing, physical, private: isPrivate, secondary };
  return { id, householdId, addressId, startDate, endDate, ...flags, address: toAddress(addressId, address) };
}
