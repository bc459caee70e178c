import { keysOf } from '../../../db/columns-of.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import type { Draft } from './draft.ts';
import type { BatchContext, Kept, PersonState } from './person-state.ts';
import { type AnyRow, differingFrom, sameIn, withColumns } from './rows.ts';
import { UNDO_TEXTS } from './texts.ts';

/**
 * Reverses one change in the draft, where the row still is as the change wrote it.
 * @returns what is kept, and why
 */
export function reverse(
  change: JournalChange,
  draft: Draft,
  state: PersonState,
  context: BatchContext,
): Kept[] {
  if (change.op === 'update') return reverseUpdate(change, draft, state, context);
  const row = draft.get(change);
  const kept = (why: string, fields: string[] = []): Kept[] => [
    { table: change.table, id: change.id, fields, why },
  ];
  if (change.op === 'insert') {
    if (!row) return [];
    const fields = differingFrom(change.after, row);
    if (fields.length > 0) return kept(editedSince(change, state), fields);
    draft.set(change, null);
    return [];
  }
  if (row) return differingFrom(change.before, row).length > 0 ? kept(editedSince(change, state)) : [];
  if (isReplaced(change, draft, state)) return kept(UNDO_TEXTS.replaced());
  draft.set(change, change.before);
  return [];
}

function reverseUpdate(
  change: Extract<JournalChange, { op: 'update' }>,
  draft: Draft,
  state: PersonState,
  context: BatchContext,
): Kept[] {
  const { before, after } = change;
  const row = draft.get(change);
  if (!row) return [{ table: change.table, id: change.id, fields: [], why: removedSince(change, state) }];
  const kept: Kept[] = [];
  const back: string[] = [];
  for (const column of keysOf<object>(after)) {
    if (sameIn(column, row, before)) continue;
    const why = sameIn(column, row, after)
      ? (whyColumnStays(change, column, state, context) ?? whyCodeStays(column, row, before))
      : editedSince(change, state);
    if (why) kept.push({ table: change.table, id: change.id, fields: [column], why });
    else back.push(column);
  }
  if (back.length > 0) draft.set(change, withColumns(row, before, back));
  return kept;
}

function whyColumnStays(
  change: JournalChange,
  column: string,
  { hrSince }: PersonState,
  { isTaken }: BatchContext,
): string | undefined {
  if (change.table !== 'person') return undefined;
  if (column === 'hrManagedAt' && hrSince) return UNDO_TEXTS.sentAgain();
  const number = change.before?.staffNumber;
  if (column === 'staffNumber' && number && isTaken(number, change.id))
    return UNDO_TEXTS.numberTaken(number.trim());
  return undefined;
}

/** POS-2: a code that the run added is kept if the position's other code was removed since then. */
function whyCodeStays(column: string, row: AnyRow, before: Partial<AnyRow>): string | undefined {
  if (!('titleCode' in row) || (column !== 'titleCode' && column !== 'assignmentCode')) return undefined;
  const other = column === 'titleCode' ? row.assignmentCode : row.titleCode;
  const previous = (before as Partial<typeof row>)[column];
  return other === null && previous === null ? UNDO_TEXTS.onlyCode() : undefined;
}

/**
 * Whether an equal of the removed row was written since then, or the person is a member of its household again. Equal rows
 * that existed before the removal don't count.
 */
function isReplaced({ table, id, before }: JournalChange, draft: Draft, { editedBy }: PersonState): boolean {
  if (table === 'person' || table === 'household') return false;
  const unique = table === 'householdMember';
  const keys = unique ? ['householdId', 'personId'] : Object.keys(before ?? {});
  return draft
    .rows(table)
    .some(
      (other) =>
        other.id !== id &&
        keys.every((key) => sameIn(key, other.row, before ?? {})) &&
        (unique || editedBy(table, other.id) !== undefined),
    );
}

const editedSince = ({ table, id }: JournalChange, { editedBy }: PersonState): string =>
  UNDO_TEXTS.editedSince(editedBy(table, id));

const removedSince = ({ table, id }: JournalChange, { editedBy }: PersonState): string =>
  UNDO_TEXTS.removedSince(editedBy(table, id));
