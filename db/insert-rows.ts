import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import { arrayLiteral, jsonList, jsonTexts } from './array.ts';
import type { Transaction } from './client.ts';
import { registerStatement } from './query.ts';
import type { WrittenRow } from './rows.ts';
import { maskerOf } from './schema/masked.ts';

const casing = new CasingCache('snake_case');

/**
 * One statement that inserts thousands of rows into a table that row level security protects, where COPY is refused; on Citus,
 * which would use COPY itself, because it returns something.
 *
 * @param columns the table's keys that the rows carry; `district_id` is the transaction's
 * @param json those whose texts are JSON: they are sent without quoting
 * @returns how many rows were inserted
 */
export function rowInserter<T extends PgTable, const K extends keyof T['_']['columns'] & string>(
  table: T,
  columns: readonly K[],
  json: readonly NoInfer<K>[],
): (tx: Transaction, rows: readonly WrittenRow<T, K>[]) => Promise<number> {
  const known = getTableColumns(table) as Record<K, Column>;
  const names = columns.map((key) => casing.getColumnCasing(known[key])).join(', ');
  const unfolded = columns.map((key, i) =>
    json.includes(key) ? jsonTexts(i + 2) : `unnest($${i + 2}::${known[key].getSQLType()}[])`,
  );
  const text = `insert into ${getTableName(table)} (district_id, ${names}) select $1, u.* from rows from (${unfolded.join(', ')}) as u(${names}) returning 1`;
  const name = registerStatement(`insert rows of ${getTableName(table)}`, text);

  return async (tx, rows) => {
    const values = columns.map((key) => {
      const mask = maskerOf(known[key]);
      const cells = rows.map((row) => {
        const cell = row[key];
        return mask && typeof cell === 'string' ? mask(cell) : cell;
      });
      return json.includes(key) ? jsonList(cells as (string | null)[]) : arrayLiteral(cells as string[]);
    });
    return (await tx.execute({ name, text, values: [tx.districtId, ...values] })).rowCount ?? 0;
  };
}
