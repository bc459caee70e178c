import { keysOf } from '../../db/columns-of.ts';
import type { Rows, Table } from './change.ts';
import { COLUMNS } from './columns.ts';
import { PERSON_KEYS } from './person-row.ts';

const keys = new Map<Table, readonly string[]>(
  keysOf(COLUMNS).map((table) => [
    table,
    table === 'person' ? PERSON_KEYS : keysOf(COLUMNS[table]).filter((key) => key !== 'id'),
  ]),
);

/** A stored row without its id and without what it was loaded with. */
export function rowOf<T extends Table>(table: T, stored: Rows[T]): Rows[T] {
  const row: Partial<Rows[T]> = {};
  for (const key of keys.get(table) as readonly (keyof Rows[T])[]) row[key] = stored[key];
  return row as Rows[T];
}
