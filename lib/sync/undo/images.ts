import type { Table } from '../../change/change.ts';

/** A row by its columns as the journal keeps it: dates and moments as text, an SSN as three texts. */
export type Image = Readonly<Record<string, unknown>>;

/** One change of a journal entry; of an update only the columns that differ. */
export interface JournalChange {
  table: Table;
  op: 'insert' | 'update' | 'delete';
  id: string;
  before: Image | null;
  after: Image | null;
  rule: string;
  reason: string;
}

export type RowKey = `${Table} ${string}`;
export const rowKey = ({ table, id }: { table: Table; id: string }): RowKey => `${table} ${id}`;
export const tableOf = (key: RowKey): Table => key.slice(0, key.indexOf(' ')) as Table;
export const idOf = (key: RowKey): string => key.slice(key.indexOf(' ') + 1);

/**
 * What an SSN is compared by is its keyed hash: a cipher differs each time the same digits are sealed. The three
 * columns go together.
 */
const SSN_BESIDE = new Set(['ssnCipher', 'ssnLast4']);
const SSN = ['ssnCipher', 'ssnIndex', 'ssnLast4'];

/** The columns of an image that are compared, each by itself. */
export const comparedColumns = (image: Image): string[] =>
  Object.keys(image).filter((column) => !SSN_BESIDE.has(column));

export const sameIn = (column: string, a: Image, b: Image): boolean =>
  (a[column] ?? null) === (b[column] ?? null);

/** The columns in which a row is not what `image` says. */
export const differingFrom = (image: Image, row: Image): string[] =>
  comparedColumns(image).filter((column) => !sameIn(column, image, row));

/** The row with some of `image`'s columns, an SSN whole. */
export function withColumns(row: Image, image: Image, columns: readonly string[]): Image {
  const taken = columns.flatMap((column) => (column === 'ssnIndex' ? SSN : [column]));
  return { ...row, ...Object.fromEntries(taken.map((column) => [column, image[column] ?? null])) };
}
