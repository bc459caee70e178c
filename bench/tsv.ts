import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

export type TsvRow = readonly (string | null)[];

/** Rows of a file in COPY's text format, whose values hold nothing that would be escaped. */
export async function* tsvRows(path: string): AsyncGenerator<TsvRow> {
  for await (const line of createInterface({ input: createReadStream(path) }))
    yield line.split('\t').map((cell) => (cell === '\\N' ? null : cell));
}

/** A whole file by its first column, which is a number. */
export async function tsvById(path: string): Promise<Map<number, TsvRow>> {
  const rows = new Map<number, TsvRow>();
  for await (const row of tsvRows(path)) rows.set(Number(row[0]), row);
  return rows;
}
