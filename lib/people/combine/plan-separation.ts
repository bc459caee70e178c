import { keysOf } from '../../../db/columns-of.ts';
import type { Change, Rows, Table, Why } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import { rowOf } from '../../change/row-of.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { sameSsn } from '../../record/compare.ts';
import type { WholePerson } from './load.ts';

/** The two people again. */
export interface Separation {
  /** The other's row as it was. */
  other: Rows['person'];
  baseNumber: string | null;
  /** The other's own row, and what was removed as doubled. */
  restored: Change[];
  /** What leaves the base. */
  given: Change[];
}

/**
 * The reverse of a combination, by what its journal entry says. Pure.
 *
 * @param reseal the other's SSN in transit, for the number they had
 * @returns null if a row is not as the combination left it
 */
export function planSeparation(
  base: WholePerson,
  changes: readonly JournalChange[],
  { why, reseal }: { why: Why; reseal: (ssn: SealedSsn, staffNumber: string) => SealedSsn },
): Separation | null {
  const rows = rowsOf(base);
  let other: Rows['person'] | null = null;
  let baseNumber = base.staffNumber;
  const restored: Change[] = [];
  const given: Change[] = [];
  for (const change of changes) {
    const { table, id } = change;
    if (change.op === 'insert') return null;
    if (change.op === 'delete') {
      const before = change.before;
      if (table === 'person') {
        other = before as Rows['person'];
        const ssn = other.ssn && reseal(other.ssn, other.staffNumber ?? '');
        restored.unshift({ table, op: 'insert', id, before: null, after: { ...other, ssn }, ...why });
      } else restored.push({ table, op: 'insert', id, before: null, after: before, ...why } as Change);
      continue;
    }
    const row = rows.get(`${table} ${id}`);
    if (!row || keysOf<object>(change.after).some((column) => !same(column, row, change.after))) return null;
    const after = { ...row, ...change.before };
    if (table === 'person') baseNumber = (after as Rows['person']).staffNumber;
    given.push({ table, op: 'update', id, before: row, after, ...why } as Change);
  }
  return other && { other, baseNumber, restored, given };
}

function rowsOf(base: WholePerson): Map<string, object> {
  const rows = new Map<string, object>([[`person ${base.id}`, rowOf('person', base)]]);
  const add = (table: Table, stored: readonly { id: string }[]) => {
    for (const { id, ...row } of stored) rows.set(`${table} ${id}`, row);
  };
  add('identity', base.identities);
  add('employment', base.employments);
  add(
    'districtAssignment',
    base.positions.map(({ links: _, ...position }) => position),
  );
  add('householdMember', base.memberships);
  add('enrollment', base.enrollments);
  add('guardianship', base.guardianships);
  return rows;
}

function same(column: string, a: object, b: object): boolean {
  const [one, other]: unknown[] = [a, b].map((row) => Reflect.get(row, column) ?? null);
  return column === 'ssn' ? sameSsn(one as SealedSsn | null, other as SealedSsn | null) : one === other;
}
