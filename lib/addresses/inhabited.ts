import {
  type AnyColumn,
  and,
  eq,
  exists,
  isNotNull,
  lte,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { householdLocation, householdMember } from '../../db/schema/household.ts';
import { districtAssignment, employment, enrollment, identity, person } from '../../db/schema/person.ts';
import type { StoredAddress } from '../address/stored-address.ts';
import type { Inhabited } from './schema.ts';

/** Residents of an address who are named, at most. */
const MAX_NAMED = 6;

const openOn = (table: { endDate: AnyColumn }, today: Placeholder) =>
  sql`(${table.endDate} is null or ${table.endDate} >= ${today})`;

interface Asked {
  addressIds: readonly string[];
  today: string;
}

const householdCounts = defineQuery('households at addresses, now and before', (orm, p: Params<Asked>) => {
  const home = orm
    .select({
      addressId: householdLocation.addressId,
      householdId: householdLocation.householdId,
      current: sql<boolean>`bool_or(${openOn(householdLocation, p.today)})`.as('lives_there'),
    })
    .from(householdLocation)
    .where(and(inDistrict(householdLocation), isOneOf(householdLocation.addressId, p.addressIds)))
    .groupBy(householdLocation.addressId, householdLocation.householdId)
    .as('home');
  return orm
    .select({
      addressId: home.addressId,
      current: sql`count(*) filter (where ${home.current})`.mapWith(Number),
      ended: sql`count(*) filter (where not ${home.current})`.mapWith(Number),
    })
    .from(home)
    .groupBy(home.addressId);
});

/** The first few of each address, who lives there today before who lived there, with the counts of all who do. */
const residents = defineQuery('who lives and lived at addresses', (orm, p: Params<Asked>) => {
  const home = orm.$with('home').as(
    orm
      .select({
        addressId: householdLocation.addressId,
        personId: householdMember.personId,
        current:
          sql<boolean>`bool_or(${openOn(householdLocation, p.today)} and ${openOn(householdMember, p.today)})`.as(
            'lives_there',
          ),
      })
      .from(householdLocation)
      .innerJoin(
        householdMember,
        and(inDistrict(householdMember), eq(householdMember.householdId, householdLocation.householdId)),
      )
      .where(and(inDistrict(householdLocation), isOneOf(householdLocation.addressId, p.addressIds)))
      .groupBy(householdLocation.addressId, householdMember.personId),
  );
  const has = (table: typeof employment | typeof districtAssignment | typeof enrollment) =>
    exists(
      orm
        .select({ id: table.id })
        .from(table)
        .where(and(inDistrict(table), eq(table.personId, person.id))),
    );
  const known = orm.$with('known').as(
    orm
      .select({
        addressId: home.addressId,
        personId: home.personId,
        current: home.current,
        staff:
          sql<boolean>`(${isNotNull(person.staffNumberKey)} or ${has(employment)} or ${has(districtAssignment)})`.as(
            'staff',
          ),
        student: sql<boolean>`${has(enrollment)}`.as('student'),
        managed: sql<boolean>`${isNotNull(person.hrManagedAt)}`.as('managed'),
      })
      .from(home)
      .innerJoin(person, and(inDistrict(person), eq(person.id, home.personId))),
  );
  const counted = (of: SQL, name: string) =>
    sql`count(*) filter (where ${of}) over (partition by ${known.addressId})`.mapWith(Number).as(name);
  const ranked = orm.$with('ranked').as(
    orm
      .select({
        addressId: known.addressId,
        id: known.personId,
        lastName: identity.lastName,
        firstName: identity.firstName,
        middleName: identity.middleName,
        current: known.current,
        staff: known.staff,
        student: known.student,
        people: counted(sql`${known.current}`, 'people'),
        staffCount: counted(sql`${known.current} and ${known.staff}`, 'staff_count'),
        studentCount: counted(sql`${known.current} and ${known.student}`, 'student_count'),
        managedCount: counted(sql`${known.managed}`, 'managed_count'),
        place: sql<number>`row_number() over (partition by ${known.addressId}
          order by ${known.current} desc, ${identity.lastName}, ${identity.firstName}, ${known.personId})`.as(
          'place',
        ),
      })
      .from(known)
      .innerJoin(
        identity,
        and(inDistrict(identity), eq(identity.personId, known.personId), identity.current),
      ),
  );
  return orm
    .with(home, known, ranked)
    .select({
      addressId: ranked.addressId,
      people: ranked.people,
      staffCount: ranked.staffCount,
      studentCount: ranked.studentCount,
      managedCount: ranked.managedCount,
      id: ranked.id,
      lastName: ranked.lastName,
      firstName: ranked.firstName,
      middleName: ranked.middleName,
      current: ranked.current,
      staff: ranked.staff,
      student: ranked.student,
    })
    .from(ranked)
    .where(lte(ranked.place, MAX_NAMED))
    .orderBy(ranked.addressId, ranked.place);
});

/** Addresses with who lives and lived there, by id. */
export async function inhabited(
  tx: Transaction,
  addresses: readonly StoredAddress[],
  today: string,
): Promise<Map<string, Inhabited>> {
  const asked = { addressIds: addresses.map(({ id }) => id), today };
  const [households, people] = await Promise.all([householdCounts(tx, asked), residents(tx, asked)]);
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
          hrManaged: counts?.managedCount ?? 0,
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
