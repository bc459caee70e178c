import { keysOf } from '../../db/columns-of.ts';
import type { JournaledChange, Rows, Table, Why } from './change.ts';
import { type PersonRow, toColumns } from './person-row.ts';

/** A change as read back from the journal: of an update only the columns that differ. */
type JournalChangeOf<T extends Table> = { table: T; id: string } & Why &
  (
    | { op: 'insert'; before: null; after: Rows[T] }
    | { op: 'update'; before: Partial<Rows[T]>; after: Partial<Rows[T]> }
    | { op: 'delete'; before: Rows[T]; after: null }
  );
export type JournalChange = { [T in Table]: JournalChangeOf<T> }[Table];

/** One change as a journal entry stores it, as JSON. An SSN is three texts, never in clear. */
export type EncodedChange = Pick<JournaledChange, 'table' | 'op' | 'id' | 'rule' | 'reason'> & {
  before: EncodedRow | null;
  after: EncodedRow | null;
};
type EncodedRow = Record<string, unknown>;

/** The change with whole rows, or for an update with the columns that differ. An SSN that differs is stored whole. */
export function encodeChange(change: JournaledChange): EncodedChange {
  const { table, op, id, rule, reason } = change;
  const entry = { table, op, id, rule, reason };
  const [before, after] = [encodedRow(change.before), encodedRow(change.after)];
  if (op !== 'update' || !before || !after) return { ...entry, before, after };
  const isOtherSsn = before.ssnIndex !== after.ssnIndex;
  const columns = keysOf(after).filter(
    (column) => before[column] !== after[column] || (isOtherSsn && SSN_COLUMNS.includes(column)),
  );
  const part = (row: EncodedRow) => Object.fromEntries(columns.map((column) => [column, row[column]]));
  return { ...entry, before: part(before), after: part(after) };
}

/** The reverse of `encodeChange`. */
export const decodeChange = ({ before, after, ...change }: EncodedChange): JournalChange =>
  ({ ...change, before: before && decodedRow(before), after: after && decodedRow(after) }) as JournalChange;

const SSN_COLUMNS = ['ssnCipher', 'ssnIndex', 'ssnLast4'];

function encodedRow(row: object | null): EncodedRow | null {
  if (!row || !('ssn' in row)) return row as EncodedRow | null;
  const { ssnCipher, ssnIndex, ...columns } = toColumns(row as PersonRow);
  return {
    ...columns,
    ssnCipher: ssnCipher?.toString('base64') ?? null,
    ssnIndex: ssnIndex?.toString('base64') ?? null,
  };
}

/** A cipher without its index was sealed again for the same digits: the SSN did not change. */
function decodedRow({ ssnCipher, ssnIndex, ssnLast4, ...row }: EncodedRow): object {
  if (ssnIndex === undefined) return row;
  const isSsn = typeof ssnCipher === 'string' && typeof ssnIndex === 'string' && typeof ssnLast4 === 'string';
  const ssn = isSsn
    ? { cipher: Buffer.from(ssnCipher, 'base64'), index: Buffer.from(ssnIndex, 'base64'), last4: ssnLast4 }
    : null;
  return { ...row, ssn };
}
