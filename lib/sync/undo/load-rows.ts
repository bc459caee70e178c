import { and, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import {
  districtAssignment,
  employment,
  enrollment,
  guardianship,
  identity,
  person,
} from '../../../db/schema/person.ts';
import { COLUMNS } from '../../change/columns.ts';
import type { Image } from './images.ts';

export interface Loaded {
  id: string;
  image: Image;
}

/** Reads rows of one table by ids, in the order of their own ids, as the journal's images have them. */
export type ReadRows = (tx: Transaction, ids: Iterable<string>) => Promise<Loaded[]>;

type Keyed = PgTable & { id: PgColumn; districtId: PgColumn };

/** @param lock nobody else changes the rows until the transaction ends */
function rows(
  name: string,
  table: Keyed,
  columns: Record<string, PgColumn>,
  by: (ids: Placeholder) => SQL | undefined,
  lock = false,
): ReadRows {
  const read = defineQuery(`undo: ${name}`, (orm, p: Params<{ ids: readonly string[] }>) => {
    const query = orm
      .select(columns)
      .from(table as PgTable)
      .where(and(inDistrict(table), by(p.ids)))
      .orderBy(table.id);
    return lock ? query.for('update') : query;
  });
  return async (tx, ids) => {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    return (await read(tx, { ids: asked })).map(toLoaded);
  };
}

const ownedBy =
  (...columns: PgColumn[]) =>
  (ids: Placeholder) =>
    or(...columns.map((column) => isOneOf(column, ids)));

const PERSON = { rev: person.rev, ...COLUMNS.person };
export const peopleRows = rows('people', person, PERSON, ownedBy(person.id));
export const lockPeople = rows('people, locked', person, PERSON, ownedBy(person.id), true);

/** Rows with a personId, by it. */
export const OWN = {
  identity: rows('names', identity, COLUMNS.identity, ownedBy(identity.personId)),
  employment: rows('employments', employment, COLUMNS.employment, ownedBy(employment.personId)),
  districtAssignment: rows(
    'positions',
    districtAssignment,
    COLUMNS.districtAssignment,
    ownedBy(districtAssignment.personId),
  ),
  enrollment: rows('enrollments', enrollment, COLUMNS.enrollment, ownedBy(enrollment.personId)),
};
export const guardianshipRows = rows(
  'guardianships',
  guardianship,
  COLUMNS.guardianship,
  ownedBy(guardianship.guardianId, guardianship.studentId),
);

const { householdMember: MEMBER, householdLocation: LOCATION } = COLUMNS;
export const memberRows = rows('memberships', householdMember, MEMBER, ownedBy(householdMember.personId));
export const memberRowsById = rows('members by id', householdMember, MEMBER, ownedBy(householdMember.id));
export const locationRowsById = rows(
  'locations by id',
  householdLocation,
  LOCATION,
  ownedBy(householdLocation.id),
);

/** A household with everyone in it and all locations, by its id. */
export const HOUSEHOLD = {
  household: rows('households', household, COLUMNS.household, ownedBy(household.id)),
  householdMember: rows('members', householdMember, MEMBER, ownedBy(householdMember.householdId)),
  householdLocation: rows('locations', householdLocation, LOCATION, ownedBy(householdLocation.householdId)),
};

export const addressRows = rows('addresses', address, COLUMNS.address, ownedBy(address.id));
export const lockAddresses = rows('addresses, locked', address, COLUMNS.address, ownedBy(address.id), true);

const toLoaded = ({ id, ...columns }: Record<string, unknown>): Loaded => ({
  id: id as string,
  image: Object.fromEntries(Object.entries(columns).map(([key, value]) => [key, textOf(value)])),
});

/** As in JSON: moments as ISO text, bytes as base64. */
function textOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}
