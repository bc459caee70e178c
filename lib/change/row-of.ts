import { keysOf } from '../../db/columns-of.ts';
import type { Rows, Table } from './change.ts';
import { COLUMNS } from './columns.ts';
import { PERSON_KEYS } from './person-row.ts';

const keysOfTable = (table: Table): readonly string[] =>
  table === 'person' ? PERSON_KEYS : keysOf(COLUMNS[table]).filter((key) => key !== 'id');

/** One function per table, made from its keys, as db/compile.ts makes rows: a loop that sets keys by name takes ten times as long. */
const copyOf = (table: Table): ((stored: object) => object) => {
  const properties = keysOfTable(table).map(
    (key) => `${JSON.stringify(key)}: stored[${JSON.stringify(key)}]`,
  );
  return new Function('stored', `return { ${properties.join(', ')} };`) as (stored: object) => object;
};
const copies = Object.fromEntries(keysOf(COLUMNS).map((table) => [table, copyOf(table)])) as Record<
  Table,
  (stored: object) => object
>;

/** A stored row without its id and without what it was loaded with. */
export const rowOf = <T extends Table>(table: T, stored: Rows[T]): Rows[T] =>
  copies[table](stored) as Rows[T];
