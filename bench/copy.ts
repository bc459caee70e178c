import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Column, getTableColumns, getTableName } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import { from as copyFrom } from 'pg-copy-streams';
import type { Cell } from '../db/array.ts';
import type { Transaction } from '../db/client.ts';

const CHUNK = 64 * 1024;

export type CopyRow = readonly Cell[];

/** A row's cells in the order of the columns, typed by the table. */
type RowOf<T extends PgTable, C extends readonly string[]> = {
  readonly [I in keyof C]: T['$inferSelect'][C[I]];
};

const casing = new CasingCache('snake_case');

/**
 * Sends rows by COPY, whole or not at all, as fast as the server takes them and never more than a chunk ahead. Postgres
 * refuses COPY into tables with row level security to everyone but a superuser.
 *
 * @param tx of `stagingInDistrict`, which does not pipeline
 * @param columns the table's keys, in the order of each row's cells
 * @returns how many rows were copied
 */
export async function copyRows<
  T extends PgTable,
  const C extends readonly (keyof T['$inferSelect'] & string)[],
>(
  tx: Transaction,
  table: T,
  columns: C,
  rows: Iterable<RowOf<T, C>> | AsyncIterable<RowOf<T, C>>,
): Promise<number> {
  const stream = tx.client.query(copyFrom(copyStatement(table, columns)));
  const cells = rows as Iterable<CopyRow> | AsyncIterable<CopyRow>;
  await pipeline(Readable.from(chunks(cells), { objectMode: true, highWaterMark: 1 }), stream);
  return stream.rowCount;
}

function copyStatement(table: PgTable, columns: readonly string[]): string {
  const known: Record<string, Column> = getTableColumns(table);
  const names = columns.map((key) => {
    const column = known[key];
    if (!column) throw new Error(`${getTableName(table)} has no column ${key}`);
    return `"${casing.getColumnCasing(column)}"`;
  });
  return `copy "${getTableName(table)}" (${names.join(', ')}) from stdin`;
}

/** Written line by line into a buffer: to join the lines and encode them at once took twice as long or more. */
async function* chunks(rows: Iterable<CopyRow> | AsyncIterable<CopyRow>): AsyncGenerator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK);
  let used = 0;
  for await (const row of rows) {
    const line = copyLine(row);
    const most = line.length * BYTES_OF_UNIT;
    if (used > 0 && used + most > chunk.length) {
      yield chunk.subarray(0, used);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK, most));
      used = 0;
    } else if (most > chunk.length) chunk = Buffer.allocUnsafe(most);
    used += chunk.write(line, used);
  }
  if (used > 0) yield chunk.subarray(0, used);
}

/** A UTF-16 unit takes at most this many bytes of UTF-8. */
const BYTES_OF_UNIT = 3;

/** One row in COPY's text format. */
const copyLine = (row: CopyRow): string => `${row.map(field).join('\t')}\n`;

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N';
  if (typeof cell === 'string') return SPECIAL.test(cell) ? cell.replace(EACH_SPECIAL, escaped) : cell;
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  return `\\\\x${cell.toString('hex')}`;
}

const SPECIAL = /[\\\n\r\t]/;
const EACH_SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escaped = (character: string): string => ESCAPES[character] as string;
