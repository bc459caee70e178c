import type { Warning } from '../../failure.ts';
import { stillOpen } from '../../record/still-open.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { Change, Rows } from '../change.ts';

/** Warns of open positions when all employments have ended, after the changes (STAFF-7). */
export const openAfterEnd = (
  person: Pick<CampusPerson, 'employments' | 'positions'>,
  changes: readonly Change[],
  today: string,
  pointer: string,
): Warning[] =>
  staysEmployed(person, changes)
    ? []
    : stillOpen(
        rowsAfter('employment', person.employments, changes),
        rowsAfter('districtAssignment', person.positions, changes),
        today,
        pointer,
      );

/** Most people: one of their employments is open, and no change touches any. */
const staysEmployed = (
  { employments }: Pick<CampusPerson, 'employments'>,
  changes: readonly Change[],
): boolean =>
  employments.some(({ terminationDate }) => terminationDate === null) &&
  !changes.some(({ table }) => table === 'employment');

function rowsAfter<T extends 'employment' | 'districtAssignment'>(
  table: T,
  stored: readonly ({ id: string } & Rows[T])[],
  changes: readonly Change[],
): Rows[T][] {
  const rows = new Map<string, Rows[T]>(stored.map((row) => [row.id, row]));
  for (const change of changes)
    if (change.table === table)
      if (change.after === null) rows.delete(change.id);
      else rows.set(change.id, change.after as Rows[T]);
  return [...rows.values()];
}
