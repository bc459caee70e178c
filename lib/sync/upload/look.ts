import type { Context } from '../../context.ts';
import { TooLarge, Unreadable } from '../../failure.ts';
import { guessColumns } from '../../record/csv/guess.ts';
import { columnProperties, NEEDED } from '../../record/csv/properties.ts';
import { openCsv } from '../../record/csv/rows.ts';
import { HEAD_BYTES } from './file-types.ts';
import { rememberedColumns } from './mapping.ts';
import { type FileLook, MAX_COLUMNS } from './schema.ts';

const ROWS_SHOWN = 3;
/** A preview shows what a cell is, not all of it. */
const CELL_SHOWN = 200;

/**
 * Reads the head of a CSV file: its columns with what they most likely are, and its first rows. Keeps nothing.
 * @param head the file, or its first HEAD_BYTES
 * @throws Unreadable for what is no CSV; TooLarge for more columns than anybody's file has
 */
export async function lookAtFile(ctx: Context, head: AsyncIterable<Uint8Array>): Promise<FileLook> {
  const { delimiter, rows } = await readHead(head);
  const [headers = [], ...first] = rows;
  if (headers.length === 0) {
    const message = 'The file is empty: its first line must name the columns.';
    throw new Unreadable(message, [{ pointer: '', code: 'badCsv', message }]);
  }
  if (headers.length > MAX_COLUMNS)
    throw new TooLarge(`The file has ${headers.length} columns; at most ${MAX_COLUMNS} are read.`);
  const remembered = await ctx.db.inDistrict(ctx.district.id, (tx) => rememberedColumns(tx, headers));
  const columns = guessColumns(headers, first, remembered);
  return {
    delimiter,
    columns,
    rows: first.map((row) =>
      headers.map((_, index) => (row[index] ?? '').slice(0, CELL_SHOWN).toWellFormed()),
    ),
    properties: columnProperties(columns.flatMap(({ property }) => property ?? [])),
    needed: [...NEEDED].map(({ list, names }) => ({ list, names: [...names] })),
  };
}

async function readHead(source: AsyncIterable<Uint8Array>) {
  const { bytes, cut } = await cutAtLine(source);
  return readRows(bytes, 1 + ROWS_SHOWN).catch((error: unknown) => {
    // Of a file that goes on, a row may be cut within a quote: then its header must do.
    if (cut && error instanceof Unreadable) return readRows(bytes, 1);
    throw error;
  });
}

async function readRows(head: Uint8Array, most: number) {
  const { delimiter, rows } = await openCsv(one(head), most);
  const read: string[][] = [];
  for await (const { cells } of rows) read.push(read.length === 0 ? cells.map((cell) => cell.trim()) : cells);
  return { delimiter, rows: read };
}

async function* one(bytes: Uint8Array) {
  yield bytes;
}

/** A head that was cut off ends with its last whole line, so never within a character. */
async function cutAtLine(source: AsyncIterable<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  const all = Buffer.concat(chunks).subarray(0, HEAD_BYTES);
  const cut = size >= HEAD_BYTES;
  const last = Math.max(all.lastIndexOf(0x0a), all.lastIndexOf(0x0d));
  return { cut, bytes: cut && last >= 0 ? all.subarray(0, last + 1) : all };
}
