import { and, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { keysOf } from '../../../db/columns-of.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address } from '../../../db/schema/household.ts';
import { person } from '../../../db/schema/person.ts';
import { alignSsns } from '../../change/align-ssns.ts';
import type { Table } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import { linksOf } from '../../change/load/positions.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import { type Entry, entriesOf } from './entries.ts';
import { laterEdits } from './later-edits.ts';
import {
  addressRows,
  guardianshipRows,
  HOUSEHOLD,
  loadPeople,
  locationRowsById,
  memberRows,
  memberRowsById,
  OWN,
} from './load-rows.ts';
import type { BatchContext, PersonState } from './person-state.ts';
import { type AnyRow, type RowKey, rowKey } from './rows.ts';

/** One person of a batch: what the run did, and how they are now. */
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
): Promise<{ people: UndoPerson[]; context: BatchContext }> {
  const entries = await entriesOf(tx, runId, people);
  const changes = [...entries.values()].flat().flatMap((entry) => entry.changes);
  const persons = await loadPeople(ctx.keys, tx, people, options);
  alignSsns(
    ctx.keys,
    tx.districtId,
    changes,
    persons.map(({ id, row }) => ({ id, ssn: row.ssn })),
  );
  const revs = new Map(persons.map(({ id, rev }) => [id, rev]));
  const later = await laterEdits(ctx, tx, runId, entries);
  const rows = new Map(people.map((id) => [id, new Map<RowKey, AnyRow>()]));
  for (const { id, row } of persons) rows.get(id)?.set(rowKey({ table: 'person', id }), row);
  await loadOwn(tx, rows);
  await loadHouseholds(tx, rows, entries);
  return {
    people: people.map((personId) => ({
      personId,
      entries: entries.get(personId) ?? [],
      rev: revs.get(personId) ?? null,
      state: { rows: rows.get(personId) ?? new Map(), ...later(personId) },
    })),
    context: await loadContext(tx, changes),
  };
}

type ByPerson = ReadonlyMap<string, Map<RowKey, AnyRow>>;

async function loadOwn(tx: Transaction, rows: ByPerson): Promise<void> {
  for (const table of keysOf(OWN))
    for (const { id, row } of await OWN[table](tx, rows.keys()))
      rows.get(row.personId)?.set(rowKey({ table, id }), row);
  const guardianships = await guardianshipRows(tx, rows.keys());
  for (const { id, row } of guardianships)
    for (const personId of [row.guardianId, row.studentId])
      rows.get(personId)?.set(rowKey({ table: 'guardianship', id }), row);
}

/** Households the people belong to or that the run touched, whole: with everyone in them and all locations. */
async function loadHouseholds(
  tx: Transaction,
  rows: ByPerson,
  entries: ReadonlyMap<string, readonly Entry[]>,
): Promise<void> {
  const wanted = new Map<string, Set<string>>();
  const want = (personId: string, householdId: string | undefined) => {
    if (!householdId || !rows.has(personId)) return;
    wanted.set(householdId, (wanted.get(householdId) ?? new Set()).add(personId));
  };
  for (const { row } of await memberRows(tx, rows.keys())) want(row.personId, row.householdId);
  const owners = new Map<string, string>();
  for (const [personId, all] of entries)
    for (const change of all.flatMap(({ changes }) => changes)) {
      if (change.table === 'household') want(personId, change.id);
      if (change.table !== 'householdLocation' && change.table !== 'householdMember') continue;
      owners.set(change.id, personId);
      want(personId, (change.after ?? change.before).householdId);
    }
  for (const read of [locationRowsById, memberRowsById])
    for (const { id, row } of await read(tx, owners.keys())) want(owners.get(id) ?? '', row.householdId);
  for (const table of keysOf(HOUSEHOLD))
    for (const { id, row } of await HOUSEHOLD[table](tx, wanted.keys()))
      for (const personId of wanted.get('householdId' in row ? row.householdId : id) ?? [])
        rows.get(personId)?.set(rowKey({ table, id }), row);
}

async function loadContext(tx: Transaction, changes: readonly JournalChange[]): Promise<BatchContext> {
  const of = <T extends Table>(table: T) =>
    changes.filter((change): change is Extract<JournalChange, { table: T }> => change.table === table);
  const addressIds = [
    ...of('address').map(({ id }) => id),
    ...of('householdLocation').map(({ before }) => before?.addressId),
  ].filter((id) => typeof id === 'string');
  const addresses = await addressRows(tx, addressIds);
  const holders = await holdersOf(tx, [
    ...new Set(of('person').map(({ before }) => staffNumberKey(before?.staffNumber ?? ''))),
  ]);
  return {
    addresses: new Map(addresses.map(({ id, row }) => [id, row])),
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
