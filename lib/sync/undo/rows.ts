import { keysOf } from '../../../db/columns-of.ts';
import type { Rows, Table } from '../../change/change.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { sameSsn } from '../../record/compare.ts';

/** A row of any table, and which one it is. */
export type AnyRow = Rows[Table];
export interface Place<T extends Table = Table> {
  table: T;
  id: string;
}

export type RowKey = `${Table} ${string}`;
export const rowKey = ({ table, id }: Place): RowKey => `${table} ${id}`;
export const tableOf = (key: RowKey): Table => key.slice(0, key.indexOf(' ')) as Table;
export const idOf = (key: RowKey): string => key.slice(key.indexOf(' ') + 1);

/** The row of a map by place: a key names the table its row is of. */
export const rowIn = <T extends Table>(
  rows: ReadonlyMap<RowKey, AnyRow>,
  place: Place<T>,
): Rows[T] | undefined => rows.get(rowKey(place)) as Rows[T] | undefined;

/** An SSN is compared by its keyed hash: a cipher differs each time the same digits are sealed. */
export function sameIn(column: string, a: object, b: object): boolean {
  const [one, other]: unknown[] = [a, b].map((row) => Reflect.get(row, column) ?? null);
  return column === 'ssn' ? sameSsn(one as SealedSsn | null, other as SealedSsn | null) : one === other;
}

/** The columns in which a row is not what `written` says; `written` may hold only some columns. */
export const differingFrom = (written: object, row: object): string[] =>
  keysOf(written).filter((column) => !sameIn(column, written, row));

/** The row with some columns of `from`. */
export function withColumns<R extends AnyRow>(row: R, from: object, columns: readonly string[]): R {
  return {
    ...row,
    ...Object.fromEntries(columns.map((column) => [column, Reflect.get(from, column) ?? null])),
  };
}
