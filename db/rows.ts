import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { arrayLiteral, type Cell, jsonList, jsonTexts } from './array.ts';
import type { Transaction } from './client.ts';

/** One statement per table and kind for any number of rows: the arrays are sent once (`unnest`). */
export interface RowWriter<R> {
  insert(tx: Transaction, rows: readonly R[]): Promise<void>;
  /**
   * Writes every column of rows that exist, by `id`; returns the ids that were found. If `rev` is among the columns,
   * only rows that still have it are written, and it moves on by one.
   */
  update(tx: Transaction, rows: readonly R[]): Promise<string[]>;
  /** Returns how many were removed. */
  remove(tx: Transaction, ids: readonly string[]): Promise<number>;
  /** Inserts what does not violate the unique key `(district_id, key)`; returns the ids that were inserted. */
  insertNew(tx: Transaction, rows: readonly R[], key: string): Promise<string[]>;
}

type Row = Record<string, Cell>;

const snake = (name: string): string => name.replace(/[A-Z]+/g, (run) => `_${run.toLowerCase()}`);

/** `columns` are the table's keys that the rows carry, `id` among them; `district_id` is the transaction's. */
export function rowWriter<R extends object>(
  table: PgTable,
  columns: readonly (keyof R & string)[],
): RowWriter<R> {
  const name = getTableName(table);
  const known = getTableColumns(table) as Record<string, { getSQLType(): string }>;
  const types = columns.map((column) => {
    const type = known[column]?.getSQLType();
    if (!type) throw new Error(`${name} has no column ${column}`);
    return type;
  });
  const names = columns.map(snake);
  const unfolded = types.map((type, i) =>
    type === 'jsonb' ? jsonTexts(i + 2) : `unnest($${i + 2}::${type}[])`,
  );
  const source = `rows from (${unfolded.join(', ')}) as u(${names.join(', ')})`;
  const value = (column: string) => `u.${column}${types[names.indexOf(column)] === 'jsonb' ? '::jsonb' : ''}`;
  const guard = names.includes('rev') ? ' and t.rev = u.rev' : '';
  const set = names
    .filter((column) => column !== 'id')
    .map((column) => (column === 'rev' ? 'rev = t.rev + 1' : `${column} = ${value(column)}`));

  const insertText = `insert into ${name} (district_id, ${names.join(', ')}) select $1, ${names.map(value).join(', ')} from ${source}`;
  const updateText = `update ${name} t set ${set.join(', ')} from ${source} where t.district_id = $1 and t.id = u.id${guard} returning t.id`;
  const values = (tx: Transaction, rows: readonly R[]) => [
    tx.districtId,
    ...columns.map((column, i) => {
      const cells = rows.map((row) => (row as Row)[column]);
      return types[i] === 'jsonb' ? jsonList(cells as (string | null)[]) : arrayLiteral(cells);
    }),
  ];

  const ids = async (tx: Transaction, text: string, rows: readonly R[]): Promise<string[]> => {
    if (rows.length === 0) return [];
    return (await tx.tuples<[string]>(text, values(tx, rows))).map(([id]) => id);
  };

  return {
    async insert(tx, rows) {
      if (rows.length > 0) await tx.tuples(insertText, values(tx, rows));
    },
    insertNew: (tx, rows, key) =>
      ids(tx, `${insertText} on conflict (district_id, ${key}) do nothing returning id`, rows),
    update: (tx, rows) => ids(tx, updateText, rows),
    remove: (tx, removed) =>
      tx.run(`delete from ${name} where district_id = $1 and id = any($2::uuid[])`, [
        tx.districtId,
        arrayLiteral(removed),
      ]),
  };
}
