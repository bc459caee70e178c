import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, householdLocation, householdMember } from '../../db/schema/household.ts';
import { guardianship, identity, person } from '../../db/schema/person.ts';
import type { Context } from '../context.ts';
import type { Distinguishing } from './schema.ts';

type Asked = Params<{ ids: readonly string[] }>;

const cellPhones = defineQuery('cell phones of people', (orm, p: Asked) =>
  orm
    .select({ id: person.id, cellPhone: person.cellPhone })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids))),
);
/** Of several homes the one they live in, then the latest. */
const homes = defineQuery('where people live', (orm, p: Asked) =>
  orm
    .selectDistinctOn([householdMember.personId], {
      id: householdMember.personId,
      postOfficeBox: address.postOfficeBox,
      number: address.number,
      prefix: address.prefix,
      street: address.street,
      tag: address.tag,
      direction: address.direction,
      apt: address.apt,
      city: address.city,
      state: address.state,
      zip: address.zip,
    })
    .from(householdMember)
    .innerJoin(
      householdLocation,
      and(
        inDistrict(householdLocation),
        eq(householdLocation.householdId, householdMember.householdId),
        isNull(householdLocation.endDate),
      ),
    )
    .innerJoin(address, and(inDistrict(address), eq(address.id, householdLocation.addressId)))
    .where(
      and(
        inDistrict(householdMember),
        isOneOf(householdMember.personId, p.ids),
        isNull(householdMember.endDate),
      ),
    )
    .orderBy(
      householdMember.personId,
      desc(householdLocation.physical),
      sql`${householdLocation.startDate} desc nulls last`,
      householdLocation.id,
    ),
);
const children = defineQuery('students by their guardians', (orm, p: Asked) =>
  orm
    .select({ id: guardianship.guardianId, firstName: identity.firstName, lastName: identity.lastName })
    .from(guardianship)
    .innerJoin(
      identity,
      and(inDistrict(identity), eq(identity.personId, guardianship.studentId), identity.current),
    )
    .where(and(inDistrict(guardianship), isOneOf(guardianship.guardianId, p.ids)))
    .orderBy(asc(identity.firstName), guardianship.id),
);

/** Adds to people what tells two of the same name apart: where they live, their cell phone, their children. */
export const tellApart = <Row extends { id: string }>(
  ctx: Context,
  rows: readonly Row[],
): Promise<(Row & Distinguishing)[]> => ctx.db.inDistrict(ctx.district.id, (tx) => distinguished(tx, rows));

async function distinguished<Row extends { id: string }>(
  tx: Transaction,
  rows: readonly Row[],
): Promise<(Row & Distinguishing)[]> {
  const ids = rows.map(({ id }) => id);
  const [phones, addresses, students] = await Promise.all([
    cellPhones(tx, { ids }),
    homes(tx, { ids }),
    children(tx, { ids }),
  ]);
  const phoneOf = new Map(phones.map(({ id, cellPhone }) => [id, cellPhone]));
  const homeOf = new Map(addresses.map(({ id, ...home }) => [id, home]));
  const childrenOf = Map.groupBy(students, ({ id }) => id);
  return rows.map((row) => ({
    ...row,
    cellPhone: phoneOf.get(row.id) ?? null,
    home: homeOf.get(row.id) ?? null,
    children: (childrenOf.get(row.id) ?? []).map(({ firstName, lastName }) => `${firstName} ${lastName}`),
  }));
}
