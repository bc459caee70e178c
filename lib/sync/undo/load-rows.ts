import { and, or, type Placeholder, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
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
import type { Stored } from '../../change/campus-state.ts';
import type { Rows, Table } from '../../change/change.ts';
import { COLUMNS } from '../../change/columns.ts';
import { fromColumns } from '../../change/person-row.ts';
import { rowOf } from '../../change/row-of.ts';

export interface Loaded<T extends Table> {
  id: string;
  row: Rows[T];
}

/** Reads rows of one table by ids, in the order of their own ids. */
export type ReadRows<T extends Table> = (tx: Transaction, ids: Iterable<string>) => Promise<Loaded<T>[]>;

type Keyed = PgTable & { id: PgColumn; districtId: PgColumn };

/** @param lock nobody else changes the rows until the transaction ends */
function rows<T extends Exclude<Table, 'person'>>(
  name: string,
  key: T,
  table: Keyed,
  by: (ids: Placeholder) => SQL | undefined,
  lock = false,
): ReadRows<T> {
  const columns: Record<string, PgColumn> = COLUMNS[key];
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
    const stored: object[] = await read(tx, { ids: asked });
    return (stored as Stored<T>[]).map((one) => ({ id: one.id, row: rowOf(key, one) }));
  };
}

const ownedBy =
  (...columns: PgColumn[]) =>
  (ids: Placeholder) =>
    or(...columns.map((column) => isOneOf(column, ids)));

const peopleOf = (orm: Orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({ rev: person.rev, ...COLUMNS.person })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids)))
    .orderBy(person.id);
const readPeople = defineQuery('undo: people', peopleOf);
const readPeopleLocked = defineQuery('undo: people, locked', (orm, p: Parameters<typeof peopleOf>[1]) =>
  peopleOf(orm, p).for('update'),
);

/** @param lock nobody else changes the people until the transaction ends */
export async function loadPeople(
  tx: Transaction,
  ids: readonly string[],
  { lock }: { lock: boolean },
): Promise<(Loaded<'person'> & { rev: number })[]> {
  const stored = await (lock ? readPeopleLocked : readPeople)(tx, { ids });
  return stored.map((one) => ({ id: one.id, rev: one.rev, row: rowOf('person', fromColumns(one)) }));
}

/** Rows with a personId, by it. */
export const OWN = {
  identity: rows('names', 'identity', identity, ownedBy(identity.personId)),
  employment: rows('employments', 'employment', employment, ownedBy(employment.personId)),
  districtAssignment: rows(
    'positions',
    'districtAssignment',
    districtAssignment,
    ownedBy(districtAssignment.personId),
  ),
  enrollment: rows('enrollments', 'enrollment', enrollment, ownedBy(enrollment.personId)),
};
export const guardianshipRows = rows(
  'guardianships',
  'guardianship',
  guardianship,
  ownedBy(guardianship.guardianId, guardianship.studentId),
);

const members = (name: string, by: PgColumn) => rows(name, 'householdMember', householdMember, ownedBy(by));
const locations = (name: string, by: PgColumn) =>
  rows(name, 'householdLocation', householdLocation, ownedBy(by));
export const memberRows = members('memberships', householdMember.personId);
export const memberRowsById = members('members by id', householdMember.id);
export const locationRowsById = locations('locations by id', householdLocation.id);

/** A household with everyone in it and all locations, by its id. */
export const HOUSEHOLD = {
  household: rows('households', 'household', household, ownedBy(household.id)),
  householdMember: members('members', householdMember.householdId),
  householdLocation: locations('locations', householdLocation.householdId),
};

export const addressRows = rows('addresses', 'address', address, ownedBy(address.id));
export const lockAddresses = rows('addresses, locked', 'address', address, ownedBy(address.id), true);
