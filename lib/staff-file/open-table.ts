import { readable } from './characters.ts';
import { recognizeDelimiter } from './delimiter.ts';
import { withoutFooter } from './footer.ts';
import { findHeader, HEADER_ROWS } from './header.ts';
import { type Line, TextLines } from './lines.ts';
import { notRead } from './not-read.ts';
import { type RepeatedHeader, withoutRepeatedHeader } from './repeated-header.ts';
import { isBlank, type TableRow } from './row.ts';
import type { ReadOptions, StaffTable } from './table.ts';
import { textRows } from './text-rows.ts';
import { STAFF_FILE_TEXTS } from './texts.ts';
import { isOldOffice, isZip } from './workbook-bytes.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

/** So many lines show what separates their cells. */
const SAMPLE_LINES = 100;

/**
 * Opens what people call a staff file: text with separated cells in any usual encoding, or a workbook (.xlsx) recognized by
 * its content.
 *
 * @throws Unreadable for an empty file and for what is neither; TooLarge
 */
export async function openTable(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<StaffTable> {
  const { head, bytes } = await withHead(source);
  if (isOldOffice(head)) throw notRead(STAFF_FILE_TEXTS.oldOffice());
  if (!isZip(head)) return openText(bytes, options);
  const workbook = await openWorkbook(bytes, options.sheet);
  const { sheet, sheets } = workbook;
  return tableOf(workbook.rows, { ...options, encoding: () => null, delimiter: null, sheet, sheets });
}

async function openText(bytes: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<StaffTable> {
  const text = new TextLines(bytes, options.encoding);
  const lines = text.read();
  const sample: Line[] = [];
  while (sample.length < SAMPLE_LINES) {
    const { done, value } = await lines.next();
    if (done) break;
    sample.push(value);
  }
  const named = /^"?sep=(.)"?\s*$/i.exec(sample[0]?.text ?? '')?.[1];
  const recognized = recognizeDelimiter(sample.map((line) => line.text));
  const delimiter = options.delimiter ?? named ?? recognized.delimiter;
  const width = recognized.delimiter === delimiter ? recognized.width : 1;
  const rows = textRows(both(sample, lines), { delimiter, width });
  return tableOf(rows, { ...options, encoding: () => text.encoding, delimiter, sheet: null, sheets: [] });
}

interface Origin extends Omit<ReadOptions, 'sheet' | 'encoding' | 'delimiter'> {
  encoding: () => StaffTable['facts']['encoding'];
  delimiter: string | null;
  sheet: string | null;
  sheets: string[];
}

/** Divides rows into what is above the table, its header, its rows, the header where it is repeated, and what is below. */
async function tableOf(all: AsyncIterator<TableRow>, origin: Origin): Promise<StaffTable> {
  const rows = filled(all);
  const first: TableRow[] = [];
  const wanted = origin.headerRow ?? 0;
  while (first.length < HEADER_ROWS || (first.at(-1)?.line ?? 0) < wanted) {
    const { done, value } = await rows.next();
    if (done) break;
    first.push(value);
  }
  if (first.length === 0) throw notRead(STAFF_FILE_TEXTS.empty());
  const width = usualWidth(first);
  const at = origin.headerRow === undefined ? found(first, width, origin) : chosen(first, origin.headerRow);
  const headerRow = at === undefined ? undefined : first[at];
  const above = first.slice(0, at ?? (isDirective(first[0]) ? 1 : 0));
  const rest = first.slice(at === undefined ? above.length : at + 1);
  const header = headerRow
    ? trimEnd(headerRow.cells.map((cell) => readable(cell.trim())))
    : Array.from({ length: width }, (_, index) => `Column ${index + 1}`);
  const below: number[] = [];
  const repeated: RepeatedHeader = { count: 0, lines: [] };
  const table = narrowed(both(rest, rows), header.length);
  const people = headerRow ? withoutRepeatedHeader(table, header, repeated) : table;
  const { delimiter, sheet, sheets } = origin;
  return {
    facts: {
      get encoding() {
        return origin.encoding();
      },
      ...{ delimiter, sheet, sheets },
      headerRow: headerRow?.line ?? 0,
      above: above.map(({ line }) => line),
    },
    header,
    rows: withoutFooter(people, header.length, below),
    below,
    repeated,
  };
}

const found = (rows: readonly TableRow[], width: number, { isName = () => false }: Origin) =>
  findHeader(rows, width, isName);

function chosen(rows: readonly TableRow[], headerRow: number): number | undefined {
  if (headerRow === 0) return undefined;
  const at = rows.findIndex(({ line }) => line === headerRow);
  if (at < 0) throw notRead(STAFF_FILE_TEXTS.headerBlank(headerRow));
  return at;
}

/** A line for a program and not for a reader: `sep=;`, `#TYPE …`. */
const isDirective = (row: TableRow | undefined): boolean => /^"?(sep=|#TYPE\b)/i.test(row?.cells[0] ?? '');

/** How many cells most rows have, without the blank ones at the end. */
function usualWidth(rows: readonly TableRow[]): number {
  const widths = Map.groupBy(rows, ({ cells }) => trimEnd(cells).length);
  const [[width] = [0]] = [...widths].sort(([a, one], [b, other]) => other.length - one.length || b - a);
  return width;
}

function trimEnd(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}

async function* filled(rows: AsyncIterator<TableRow>): AsyncGenerator<TableRow> {
  for (let next = await rows.next(); !next.done; next = await rows.next())
    if (!isBlank(next.value.cells)) yield next.value;
}

/** Blank cells beyond the last column are no cells. */
async function* narrowed(rows: AsyncIterable<TableRow>, width: number): AsyncGenerator<TableRow> {
  for await (const row of rows)
    yield row.cells.length > width && isBlank(row.cells.slice(width))
      ? { ...row, cells: row.cells.slice(0, width) }
      : row;
}

async function* both<T>(first: Iterable<T>, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The first bytes, and all of them. */
async function withHead(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < 8) {
    const { done, value } = await chunks.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  return { head: Buffer.concat(first), bytes: both(first, chunks) };
}
