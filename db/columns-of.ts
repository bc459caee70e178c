import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

type Columns<T extends PgTable> = T['_']['columns'];

/** What Postgres computes by itself. */
type Computed<C> = { [K in keyof C]: C[K] extends { _: { generated: undefined } } ? never : K }[keyof C];

/** A table's columns by key: all but its district's, what Postgres computes, and those that are left out. */
export type ColumnsOf<T extends PgTable, Without extends keyof Columns<T> = never> = Omit<
  Columns<T>,
  'districtId' | Computed<Columns<T>> | Without
>;

/**
 * A table's columns by key, for a selection or a row writer: all but its district's, what Postgres computes, and those
 * that are left out. So a new column is read and written wherever the table is.
 */
export function columnsOf<T extends PgTable, Without extends keyof Columns<T> & string = never>(
  table: T,
  ...without: Without[]
): ColumnsOf<T, Without> {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([key, { generated }]) =>
      key !== 'districtId' && generated === undefined && !without.some((left) => left === key),
  );
  return Object.fromEntries(columns) as ColumnsOf<T, Without>;
}

/** The keys of a selection, in the order of the schema. */
export const keysOf = <S extends object>(selection: S): (keyof S & string)[] =>
  Object.keys(selection) as (keyof S & string)[];

/** A row of a selection of columns, as it is read. */
export type SelectedRow<S> = {
  [K in keyof S]: S[K] extends { _: { data: infer D; notNull: infer N } }
    ? N extends true
      ? D
      : D | null
    : never;
};
