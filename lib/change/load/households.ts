import { and, count, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import { STORED_ADDRESS } from '../../address/stored-address.ts';
import type { CampusPerson, StoredHousehold } from '../campus-state.ts';
import { COLUMNS } from '../columns.ts';

const isMember = (today: Params<{ today: string }>['today']): SQL | undefined =>
  or(isNull(householdMember.endDate), gte(householdMember.endDate, today));

const householdsOf = defineQuery(
  'households of people today',
  (orm, p: Params<{ people: readonly string[]; today: string }>) =>
    orm
      .select({
        personId: householdMember.personId,
        memberUntil: householdMember.endDate,
        ...COLUMNS.household,
      })
      .from(householdMember)
      .innerJoin(household, and(inDistrict(household), eq(household.id, householdMember.householdId)))
      .where(
        and(inDistrict(householdMember), isOneOf(householdMember.personId, p.people), isMember(p.today)),
      ),
);
const sharedHouseholds = defineQuery(
  'households with several members today',
  (orm, p: Params<{ households: readonly string[]; today: string }>) =>
    orm
      .select({ id: householdMember.householdId, members: count() })
      .from(householdMember)
      .where(
        and(
          inDistrict(householdMember),
          isOneOf(householdMember.householdId, p.households),
          isMember(p.today),
        ),
      )
      .groupBy(householdMember.householdId)
      .having(sql`count(*) > 1`),
);
const locationsOf = defineQuery(
  'locations of households',
  (orm, p: Params<{ households: readonly string[] }>) =>
    orm
      .select({ ...COLUMNS.householdLocation, address: STORED_ADDRESS })
      .from(householdLocation)
      .innerJoin(address, and(inDistrict(address), eq(address.id, householdLocation.addressId)))
      .where(and(inDistrict(householdLocation), isOneOf(householdLocation.householdId, p.households))),
);

/** Reads the households the people are members of today, with all locations and the number of members. */
export async function loadHouseholds(tx: Transaction, people: Map<string, CampusPerson>, today: string) {
  const memberships = await householdsOf(tx, { people: [...people.keys()], today });
  if (memberships.length === 0) return;
  const byId = new Map<string, StoredHousehold[]>();
  for (const { personId, ...row } of memberships.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const stored: StoredHousehold = { ...row, memberCount: 1, locations: [] };
    people.get(personId)?.households.push(stored);
    byId.set(row.id, [...(byId.get(row.id) ?? []), stored]);
  }
  await Promise.all([countMembers(tx, byId, today), loadLocations(tx, byId)]);
}

/** Few households have more members than the one they were found by. */
async function countMembers(tx: Transaction, byId: Map<string, StoredHousehold[]>, today: string) {
  for (const { id, members } of await sharedHouseholds(tx, { households: [...byId.keys()], today }))
    for (const stored of byId.get(id) ?? []) stored.memberCount = members;
}

async function loadLocations(tx: Transaction, byId: Map<string, StoredHousehold[]>) {
  const locations = await locationsOf(tx, { households: [...byId.keys()] });
  for (const location of locations.sort((a, b) => (a.id < b.id ? -1 : 1)))
    for (const stored of byId.get(location.householdId) ?? []) stored.locations.push(location);
}
