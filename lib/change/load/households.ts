import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { type AddressTuple, addressColumns, toAddress } from '../../address/stored-address.ts';
import type { CampusPerson, StoredHousehold } from '../campus-state.ts';

type Text = string | null;
type MembershipTuple = [string, string, Text, Text, boolean];
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
  const memberships = await tx.tuples<MembershipTuple>(
    `select m.person_id, h.id, h.name, h.phone, h.staff_household
       from household_member m
       join household h on h.district_id = $1 and h.id = m.household_id
      where m.district_id = $1 and m.person_id = any($2::uuid[]) and ${MEMBER_TODAY}`,
    [tx.districtId, arrayLiteral([...people.keys()]), today],
  );
  if (memberships.length === 0) return;
  const byId = new Map<string, StoredHousehold[]>();
  for (const [personId, id, name, phone, staffHousehold] of memberships.sort(byHousehold)) {
    const household: StoredHousehold = { id, name, phone, staffHousehold, memberCount: 1, locations: [] };
    people.get(personId)?.households.push(household);
    byId.set(id, [...(byId.get(id) ?? []), household]);
  }
  await Promise.all([countMembers(tx, byId, today), loadLocations(tx, byId)]);
}

const byHousehold = ([, a]: MembershipTuple, [, b]: MembershipTuple): number => (a < b ? -1 : 1);

/** Few households have more members than the one they were found by. */
async function countMembers(tx: Transaction, byId: Map<string, StoredHousehold[]>, today: string) {
  const shared = await tx.tuples<[string, number]>(
    `select m.household_id, count(*)::int from household_member m
      where m.district_id = $1 and m.household_id = any($2::uuid[]) and ${MEMBER_TODAY}
      group by m.household_id having count(*) > 1`,
    [tx.districtId, arrayLiteral([...byId.keys()]), today],
  );
  for (const [id, members] of shared)
    for (const household of byId.get(id) ?? []) household.memberCount = members;
}

async function loadLocations(tx: Transaction, byId: Map<string, StoredHousehold[]>) {
  const tuples = await tx.tuples<LocationTuple>(
    `select l.id, l.household_id, l.address_id, l.start_date, l.end_date, l.mailing, l.physical, l.private,
            l.secondary, ${addressColumns('a')}
       from household_location l
       join address a on a.district_id = $1 and a.id = l.address_id
      where l.district_id = $1 and l.household_id = any($2::uuid[])`,
    [tx.districtId, arrayLiteral([...byId.keys()])],
  );
  for (const tuple of tuples.sort(([a], [b]) => (a < b ? -1 : 1))) {
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
