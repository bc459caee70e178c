import type { Context } from '../../context.ts';
import { TooLarge } from '../../failure.ts';
import { guessColumns, isColumnName } from '../../record/csv/guess.ts';
import { MAX_COLUMNS } from '../../record/csv/meaning.ts';
import { columnProperties, NEEDED } from '../../record/csv/properties.ts';
import { TABLE_TEXTS } from '../../record/csv/texts.ts';
import { openTable } from '../../staff-file/open-table.ts';
import { HEAD_BYTES } from './file-types.ts';
import { recognizedOf } from './recognized.ts';
import { rememberedColumns } from './remembered-columns.ts';
import type { FileLook } from './schema.ts';
import { shownCell } from './shown-cell.ts';

const ROWS_SHOWN = 3;
/** So many rows show how a column is written. */
const ROWS_READ = 5_000;

/**
 * Reads a table, or the beginning of one: its columns with what they most likely are, and its first rows. Keeps nothing.
 * @param file a workbook, which has its directory at its end, or the first HEAD_BYTES of separated text
 * @throws Unreadable for what is no table; TooLarge for more columns than anybody's file has
 */
export async function lookAtFile(
  ctx: Context,
  file: AsyncIterable<Uint8Array>,
  given: { headerRow?: number | undefined; sheet?: string | undefined } = {},
): Promise<FileLook> {
  const source = new Counted(file);
  const table = await openTable(source, { ...given, isName: isColumnName });
  const { header, facts } = table;
  if (header.length > MAX_COLUMNS) throw new TooLarge(TABLE_TEXTS.tooManyColumns(header.length, MAX_COLUMNS));
  const rows: string[][] = [];
  for await (const { cells, fault } of table.rows) {
    if (fault === undefined) rows.push(cells);
    if (rows.length >= ROWS_READ) break;
  }
  // The last row of a head is cut off, and what looks like its end is not the file's.
  const isCut = facts.encoding !== null && source.bytes >= HEAD_BYTES;
  if (isCut && rows.length > 1) rows.pop();
  const remembered = await ctx.db.inDistrict(ctx.district.id, (tx) => rememberedColumns(tx, header));
  const columns = guessColumns(header, rows, remembered);
  return {
    recognized: { ...recognizedOf(table), ...(isCut && { below: [] }) },
    columns,
    rows: rows
      .slice(0, ROWS_SHOWN)
      .map((row) => columns.map(({ property }, index) => shownCell(row[index] ?? '', property))),
    properties: columnProperties(columns.flatMap(({ property }) => property ?? [])),
    needed: [...NEEDED].map(({ list, names }) => ({ list, names: [...names] })),
  };
}

/** Bytes on their way, and how many they were. */
class Counted implements AsyncIterable<Uint8Array> {
  bytes = 0;
  readonly #source: AsyncIterable<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#source) {
      this.bytes += chunk.length;
      yield chunk;
    }
  }
}
