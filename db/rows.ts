import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { arrayLiteral, type Cell, jsonList, jsonTexts } from './array.ts';
import type { Transaction } from './client.ts';
import { registerStatement } from './query.ts';
import { maskerOf } from './schema/masked.ts';

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
  /** Inserts what does not violate the unique key of the district and these columns; returns the ids that were inserted. */
  insertNew(tx: Transaction, rows: readonly R[], key: readonly (keyof R & string)[]): Promise<string[]>;
}

type Row = Record<string, Cell>;

/** Who acted is the same text in all rows of a batch: it is looked through once. */
function maskEach(cells: readonly Cell[], mask: (text: string) => string): Cell[] {
  let [last, masked] = ['', ''];
  return cells.map((cell) => {
    if (typeof cell !== 'string') return cell;
    if (cell !== last) [last, masked] = [cell, mask(cell)];
    return masked;
  });
}

/** A column's value as a writer takes it: JSON as its text, a moment as a Date or its ISO text. */
type Value<C> = C extends { _: { columnType: 'PgJsonb' } }
  ? string
  : C extends { _: { data: infer D } }
    ? D extends Date
      ? Date | string
      : D
    : never;
type NullOf<C> = C extends { _: { notNull: true } } ? never : null;

/** The row that a writer of these columns takes. */
export type WrittenRow<T extends PgTable, K extends keyof T['_']['columns']> = {
  [P in K]: Value<T['_']['columns'][P]> | NullOf<T['_']['columns'][P]>;
};

/** A column as SQL writes it; quoted, because `right` is a word of SQL's own. */
const quoted = (key: string): string => `"${key.replace(/[A-Z]+/g, (run) => `_${run.toLowerCase()}`)}"`;

let writers = 0;

/** `columns` are the table's keys that the rows carry, `id` among them; `district_id` is the transaction's. */
export function rowWriter<T extends PgTable, const K extends keyof T['_']['columns'] & string>(
  table: T,
  columns: readonly K[],
): RowWriter<WrittenRow<T, K>> {
  type R = WrittenRow<T, K>;
  const name = getTableName(table);
  const known: Record<string, Column> = getTableColumns(table);
  const types = columns.map((column) => {
    const type = known[column]?.getSQLType();
    if (!type) throw new Error(`${name} has no column ${column}`);
    return type;
  });
  const maskers = columns.map((column) => maskerOf(known[column] as Column));
  const names = columns.map(quoted);
  const unfolded = types.map((type, i) =>
    type === 'jsonb' ? jsonTexts(i + 2) : `unnest($${i + 2}::${type}[])`,
  );
  const source = `rows from (${unfolded.join(', ')}) as u(${names.join(', ')})`;
  const value = (column: string) => `u.${column}${types[names.indexOf(column)] === 'jsonb' ? '::jsonb' : ''}`;
  const guard = columns.some((column: string) => column === 'rev') ? ' and t.rev = u.rev' : '';
  const set = names
    .filter((column) => column !== '"id"')
    .map((column) => (column === '"rev"' ? 'rev = t.rev + 1' : `${column} = ${value(column)}`));

  const suffix = `(writer ${++writers})`;
  const statement = (verb: string, text: string) => {
    const of = registerStatement(`${verb} ${name} ${suffix}`, text);
    return (tx: Transaction, values: unknown[]) =>
      tx.execute({ name: of, text, values: [tx.districtId, ...values] });
  };
  const insertText = `insert into ${name} (district_id, ${names.join(', ')}) select $1, ${names.map(value).join(', ')} from ${source}`;
  // Without `returning` Citus would write such rows by COPY, which row level security refuses.
  const insert = statement('insert', `${insertText} returning 1`);
  const update = statement(
    'update',
    `update ${name} t set ${set.join(', ')} from ${source} where t.district_id = $1 and t.id = u.id${guard} returning t.id`,
  );
  const insertNewOn = new Map<string, typeof insert>();
  const insertNew = (key: readonly string[]) => {
    const unique = ['"district_id"', ...key.map(quoted)].join(', ');
    const known = insertNewOn.get(unique);
    const made =
      known ?? statement('insert new', `${insertText} on conflict (${unique}) do nothing returning id`);
    if (!known) insertNewOn.set(unique, made);
    return made;
  };
  const remove = statement('delete', `delete from ${name} where district_id = $1 and id = any($2::uuid[])`);
  const values = (rows: readonly R[]) =>
    columns.map((column, i) => {
      const mask = maskers[i];
      const sent = rows.map((row) => (row as Row)[column]);
      const cells = mask ? maskEach(sent, mask) : sent;
      return types[i] === 'jsonb' ? jsonList(cells as (string | null)[]) : arrayLiteral(cells);
    });
  const ids = async (tx: Transaction, run: typeof insert, rows: readonly R[]): Promise<string[]> =>
    rows.length === 0 ? [] : (await run(tx, values(rows))).rows.map(([id]) => id as string);

  return {
    async insert(tx, rows) {
      if (rows.length > 0) await insert(tx, values(rows));
    },
    insertNew: (tx, rows, key) => ids(tx, insertNew(key), rows),
    update: (tx, rows) => ids(tx, update, rows),
    remove: async (tx, removed) => (await remove(tx, [arrayLiteral(removed)])).rowCount ?? 0,
  };
}
