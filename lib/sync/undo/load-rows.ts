import { and } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import type { Orm } from '../../../db/orm.ts';
import { defineQuery, type Query } from '../../../db/query.ts';
import { address, household, householdLocation, householdMember } from '../../../db/schema/household.ts';
import { person } from '../../../db/schema/person.ts';
import type { Stored } from '../../change/campus-state.ts';
import type { Rows, Table } from '../../change/change.ts';
import { COLUMNS } from '../../change/columns.ts';
import {
  employmentsOf,
  enrollmentsOf,
  guardianshipsOf,
  type Ids,
  identitiesOf,
  locationsById,
  membershipsOf,
  positionsOf,
} from '../../change/load/own-rows.ts';
import { fromColumns } from '../../change/person-row.ts';
import { rowOf } from '../../change/row-of.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';

export interface Loaded<T extends Table> {
  id: string;
  row: Rows[T];
}

/** Reads rows of one table by ids, in the order of their own ids. */
export type ReadRows<T extends Table> = (tx: Transaction, ids: Iterable<string>) => Promise<Loaded<T>[]>;

/** @param read rows by ids of its owners or its own; answers nothing without asking where there are none */
const rows =
  <T extends Table>(key: T, read: Query<{ ids: readonly string[] }, Stored<T>>): ReadRows<T> =>
  async (tx, ids) => {
    const asked = [...new Set(ids)];
    if (asked.length === 0) return [];
    return (await read(tx, { ids: asked })).map((one) => ({ id: one.id, row: rowOf(key, one) }));
  };

const peopleOf = (orm: Orm, p: Ids) =>
  orm
    .select({ rev: person.rev, ...COLUMNS.person })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids)))
    .orderBy(person.id);
const readPeople = defineQuery('undo: people', peopleOf);
const readPeopleLocked = defineQuery('undo: people, locked', (orm, p: Ids) => peopleOf(orm, p).for('update'));

/** @param lock nobody else changes the people until the transaction ends */
export async function loadPeople(
  keys: CryptoKeys,
  tx: Transaction,
  ids: readonly string[],
  { lock }: { lock: boolean },
): Promise<(Loaded<'person'> & { rev: number })[]> {
  const stored = await (lock ? readPeopleLocked : readPeople)(tx, { ids });
  return stored.map((one) => ({
    id: one.id,
    rev: one.rev,
    row: rowOf('person', fromColumns(keys, tx.districtId, one)),
  }));
}

/** Rows with a personId, by it. */
export const OWN = {
  identity: rows('identity', identitiesOf),
  employment: rows('employment', employmentsOf),
  districtAssignment: rows('districtAssignment', positionsOf),
  enrollment: rows('enrollment', enrollmentsOf),
};
export const guardianshipRows = rows('guardianship', guardianshipsOf);
export const memberRows = rows('householdMember', membershipsOf);
export const locationRowsById = rows('householdLocation', locationsById);

const membersById = defineQuery('undo: household members by id', (orm, p: Ids) =>
  orm
    .select(COLUMNS.householdMember)
    .from(householdMember)
    .where(and(inDistrict(householdMember), isOneOf(householdMember.id, p.ids)))
    .orderBy(householdMember.id),
);
export const memberRowsById = rows('householdMember', membersById);

const householdsById = defineQuery('undo: households by id', (orm, p: Ids) =>
  orm
    .select(COLUMNS.household)
    .from(household)
    .where(and(inDistrict(household), isOneOf(household.id, p.ids)))
    .orderBy(household.id),
);
const membersOf = defineQuery('undo: members of households', (orm, p: Ids) =>
  orm
    .select(COLUMNS.householdMember)
    .from(householdMember)
    .where(and(inDistrict(householdMember), isOneOf(householdMember.householdId, p.ids)))
    .orderBy(householdMember.id),
);
const locationsOf = defineQuery('undo: locations of households', (orm, p: Ids) =>
  orm
    .select(COLUMNS.householdLocation)
    .from(householdLocation)
    .where(and(inDistrict(householdLocation), isOneOf(householdLocation.householdId, p.ids)))
    .orderBy(householdLocation.id),
);

/** A household with everyone in it and all locations, by its id. */
export const HOUSEHOLD = {
  household: rows('household', householdsById),
  householdMember: rows('householdMember', membersOf),
  householdLocation: rows('householdLocation', locationsOf),
};

const addressesOf = (orm: Orm, p: Ids) =>
  orm
    .select(COLUMNS.address)
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.id, p.ids)))
    .orderBy(address.id);
export const addressRows = rows('address', defineQuery('undo: addresses', addressesOf));
/** Nobody else changes them until the transaction ends. */
export const lockAddresses = rows(
  'address',
  defineQuery('undo: addresses, locked', (orm, p: Ids) => addressesOf(orm, p).for('update')),
);
