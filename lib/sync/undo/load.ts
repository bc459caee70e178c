import { and, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { keysOf } from '../../../db/columns-of.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address } from '../../../db/schema/household.ts';
import { person } from '../../../db/schema/person.ts';
import type { Table } from '../../change/change.ts';
import { linksOf } from '../../change/load/positions.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Image, type JournalChange, type RowKey, rowKey } from './images.ts';
import { laterEdits } from './later-edits.ts';
import {
  addressRows,
  guardianshipRows,
  HOUSEHOLD,
  type Loaded,
  locationRowsById,
  lockPeople,
  memberRows,
  memberRowsById,
  OWN,
  peopleRows,
} from './load-rows.ts';
import type { PersonState, Surroundings } from './person-state.ts';

/** One person of a stretch: what the run did, and how they are now. */
export interface UndoPerson {
  personId: string;
  entries: readonly Entry[];
  /** Null when they are not there any more. */
  rev: number | null;
  state: PersonState;
}

/**
 * All that undoing a run touches of these people, in a handful of set-based reads. `lock`: the people are held until
 * the transaction ends, so that nobody changes them or their households between plan and write.
 */
export async function loadUndo(
  ctx: Context,
  tx: Transaction,
  runId: string,
  people: readonly string[],
  options: { lock: boolean },
): Promise<{ people: UndoPerson[]; around: Surroundings }> {
  const entries = await entriesOf(tx, runId, people);
  const changes = [...entries.values()].flat().flatMap((entry) => entry.changes);
  const persons = new Map(
    (await (options.lock ? lockPeople : peopleRows)(tx, people)).map(({ id, image }) => [id, image]),
  );
  const later = await laterEdits(ctx, tx, runId, entries);
  const rows = new Map(people.map((id) => [id, new Map<RowKey, Image>()]));
  for (const [id, { rev: _, ...image }] of persons) rows.get(id)?.set(rowKey({ table: 'person', id }), image);
  await loadOwn(tx, rows);
  await loadHouseholds(tx, rows, entries);
  return {
    people: people.map((personId) => ({
      personId,
      entries: entries.get(personId) ?? [],
      rev: (persons.get(personId)?.rev as number | undefined) ?? null,
      state: { rows: rows.get(personId) ?? new Map(), ...later(personId) },
    })),
    around: await loadAround(tx, changes),
  };
}

type ByPerson = ReadonlyMap<string, Map<RowKey, Image>>;

async function loadOwn(tx: Transaction, rows: ByPerson): Promise<void> {
  for (const table of keysOf(OWN))
    for (const { id, image } of await OWN[table](tx, rows.keys()))
      rows.get(image.personId as string)?.set(rowKey({ table, id }), image);
  const guardianships = await guardianshipRows(tx, rows.keys());
  for (const { id, image } of guardianships)
    for (const person of [image.guardianId, image.studentId])
      rows.get(person as string)?.set(rowKey({ table: 'guardianship', id }), image);
}

/** Households the people belong to or that the run touched, whole: with everyone in them and all locations. */
async function loadHouseholds(
  tx: Transaction,
  rows: ByPerson,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  const want = (personId: string, householdId: unknown) => {
    if (typeof householdId !== 'string' || !rows.has(personId)) return;
    wanted.set(householdId, (wanted.get(householdId) ?? new Set()).add(personId));
  };
  for (const { image } of await memberRows(tx, rows.keys()))
    want(image.personId as string, image.householdId);
  const owners = new Map<string, string>();
  for (const [personId, all] of entries)
    for (const { table, id, before, after } of all.flatMap(({ changes }) => changes)) {
      if (table === 'household') want(personId, id);
      if (table === 'householdLocation' || table === 'householdMember') owners.set(id, personId);
      want(personId, (after ?? before)?.householdId);
    }
  for (const read of [locationRowsById, memberRowsById])
    for (const { id, image } of await read(tx, owners.keys())) want(owners.get(id) ?? '', image.householdId);
  for (const table of keysOf(HOUSEHOLD))
    for (const row of await HOUSEHOLD[table](tx, wanted.keys()))
      for (const personId of wanted.get(householdOf(table, row)) ?? [])
        rows.get(personId)?.set(rowKey({ table, id: row.id }), row.image);
}

const householdOf = (table: Table, { id, image }: Loaded): string =>
  table === 'household' ? id : (image.householdId as string);

async function loadAround(tx: Transaction, changes: readonly JournalChange[]): Promise<Surroundings> {
  const of = (table: Table) => changes.filter((change) => change.table === table);
  const addressIds = [
    ...of('address').map(({ id }) => id),
    ...of('householdLocation').map(({ before }) => before?.addressId),
  ].filter((id) => typeof id === 'string');
  const addresses = await addressRows(tx, addressIds);
  const holders = await holdersOf(tx, [
    ...new Set(of('person').map(({ before }) => staffNumberKey(String(before?.staffNumber ?? '')))),
  ]);
  return {
    addresses: new Map(addresses.map(({ id, image }) => [id, image])),
    merged: await mergedOf(tx, addressIds),
    links: await sectionsOf(
      tx,
      of('districtAssignment').map(({ id }) => id),
    ),
    isTaken: (number, personId) =>
      (holders.get(staffNumberKey(number)) ?? []).some((holder) => holder !== personId),
  };
}

const mergedAmong = defineQuery('merged addresses of these', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({ id: address.id })
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.id, p.ids), isNotNull(address.mergedInto))),
);

async function mergedOf(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  return new Set((await mergedAmong(tx, { ids })).map(({ id }) => id));
}

const withNumbers = defineQuery('who has staff numbers', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ key: person.staffNumberKey, id: person.id })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys))),
);

async function holdersOf(tx: Transaction, keys: readonly string[]): Promise<Map<string, string[]>> {
  const asked = keys.filter(Boolean);
  if (asked.length === 0) return new Map();
  const groups = Map.groupBy(await withNumbers(tx, { keys: asked }), ({ key }) => key ?? '');
  return new Map([...groups].map(([key, held]) => [key, held.map(({ id }) => id)]));
}

async function sectionsOf(tx: Transaction, positions: readonly string[]): Promise<Map<string, string[]>> {
  if (positions.length === 0) return new Map();
  const groups = Map.groupBy(await linksOf(tx, { positions }), ({ positionId }) => positionId);
  return new Map([...groups].map(([id, links]) => [id, links.map(({ name }) => name)]));
}
