import type { Table } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import type { Draft } from './draft.ts';
import { type Group, householdOf } from './groups.ts';
import type { BatchContext, Kept } from './person-state.ts';
import type { AnyRow } from './rows.ts';
import { OWN_TABLES, UNDO_TEXTS } from './texts.ts';

/** A group was reversed in the draft: the rows that would be left in an impossible state, and why. */
export function invalidAfterUndo(
  group: Group,
  personId: string,
  draft: Draft,
  context: BatchContext,
): Kept[] {
  const all = [
    ...(group.kind === 'newPerson' ? dependsOnPerson(personId, draft) : []),
    ...(group.kind === 'gonePerson' ? numberTaken(personId, draft, context) : []),
    ...group.changes.flatMap((change) => [
      ...sectionsOf(change, context),
      ...households(change, personId, draft),
      ...addressGone(change, draft, context),
    ]),
  ];
  // A household's rows all stay for one reason.
  return [...new Map(all.map((one) => [one.why, one])).values()];
}

const kept = ({ table, id }: { table: Table; id: string }, why: string): Kept => ({
  table,
  id,
  fields: [],
  why,
});

function dependsOnPerson(personId: string, draft: Draft): Kept[] {
  if (draft.get({ table: 'person', id: personId })) return [];
  return OWN_TABLES.filter((table) => draft.rows(table).some(({ row }) => isOf(row, personId))).map((table) =>
    kept({ table: 'person', id: personId }, UNDO_TEXTS.personHas(table)),
  );
}

const isOf = (row: AnyRow, personId: string): boolean =>
  'guardianId' in row
    ? row.guardianId === personId || row.studentId === personId
    : 'personId' in row && row.personId === personId;

function numberTaken(personId: string, draft: Draft, { isTaken }: BatchContext): Kept[] {
  const place = { table: 'person' as const, id: personId };
  const number = draft.get(place)?.staffNumber;
  if (!number || !isTaken(number, personId)) return [];
  return [kept(place, UNDO_TEXTS.numberTaken(number.trim()))];
}

/** POS-11: a position that a section is linked to is not removed. */
function sectionsOf(change: JournalChange, { links }: BatchContext): Kept[] {
  const sections = change.table === 'districtAssignment' && change.op === 'insert' && links.get(change.id);
  return sections && sections.length > 0 ? [kept(change, UNDO_TEXTS.linked(sections))] : [];
}

/** A household where others live now is kept. A household is removed only with all its rows, and no row is left without one. */
function households(change: JournalChange, personId: string, draft: Draft): Kept[] {
  const id = householdOf(change, draft);
  if (!id) return [];
  const members = draft.rows('householdMember').filter(({ row }) => row.householdId === id);
  if (members.some(({ row }) => row.personId !== personId && row.endDate === null))
    return [kept(change, UNDO_TEXTS.sharedHousehold())];
  const exists = draft.get({ table: 'household', id }) !== null;
  const locations = draft.rows('householdLocation').filter(({ row }) => row.householdId === id);
  if (!exists && members.length + locations.length > 0) return [kept(change, UNDO_TEXTS.householdInUse())];
  return [];
}

/** A location goes back only to an address that is there and was not merged into another one. */
function addressGone(change: JournalChange, draft: Draft, { addresses, merged }: BatchContext): Kept[] {
  if (change.table !== 'householdLocation') return [];
  const back = draft.get(change) && change.before?.addressId;
  if (!back || (addresses.has(back) && !merged.has(back))) return [];
  return [kept(change, UNDO_TEXTS.addressGone())];
}
