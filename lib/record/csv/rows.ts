import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { Unreadable } from '../../failure.ts';
import { delimiterOf } from './delimiter.ts';

/** A row that holds something, the header too. */
export interface CsvRow {
  /** Where it begins: its line from 1, its byte from 0. */
  line: number;
  start: number;
  cells: string[];
}

/** The bytes of a CSV file, their delimiter recognized by the first line. */
export interface CsvFile {
  delimiter: string;
  rows: AsyncGenerator<CsvRow>;
}

/** More than any staff member has; it only bounds the work of one line. */
const MAX_ROW_CHARS = 1_000_000;

/**
 * Opens a CSV file (RFC 4180, UTF-8, with or without a BOM; commas, semicolons or tabs; any line ends, also mixed).
 * `rows` throws Unreadable with the line for what is no CSV or not UTF-8.
 *
 * @param most rows to be read; later rows are not checked
 */
export async function openCsv(source: AsyncIterable<Uint8Array | string>, most = -1): Promise<CsvFile> {
  const chunks = utf8(source);
  const head: Uint8Array[] = [];
  let delimiter: string | undefined;
  while (delimiter === undefined) {
    const { done, value } = await chunks.next();
    if (!done) head.push(value);
    delimiter = delimiterOf(Buffer.concat(head), done === true);
  }
  return { delimiter, rows: rowsOf(both(head, chunks), delimiter, most) };
}

async function* both(head: Iterable<Uint8Array>, rest: AsyncIterable<Uint8Array>) {
  yield* head;
  yield* rest;
}

async function* rowsOf(
  source: AsyncIterable<Uint8Array>,
  delimiter: string,
  most: number,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    info: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    to: most,
    max_record_size: MAX_ROW_CHARS,
  });
  const parsed = Readable.from(source)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let line = 1;
  let start = 0;
  try {
    for await (const { record: cells, info } of parsed as AsyncIterable<Parsed>) {
      if (cells.some((cell) => cell.trim() !== '')) yield { line, start, cells };
      line = info.lines + 1;
      start = info.bytes;
    }
  } catch (error) {
    throw asUnreadable(error);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number; bytes: number };
}

/** The bytes as they are, so long as they are UTF-8: another encoding's names would be stored as question marks. */
async function* utf8(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      const message =
        'The file is not UTF-8. In Excel choose Save As, then “CSV UTF-8 (Comma delimited)”; elsewhere the encoding UTF-8.';
      throw new Unreadable(message, [{ pointer: '', code: 'notUtf8', message }]);
    }
  };
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    check(bytes);
    yield bytes;
  }
  check();
}

/** What can't be read at all at a line. */
export function badRow(line: number, message: string): Unreadable {
  return new Unreadable(message, [{ pointer: `/${line - 1}`, code: 'badCsv', message }]);
}

/** What csv-parse makes of a broken file: an unclosed quote, a quote in the middle of a cell. */
function asUnreadable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) return error;
  const line = Number((error as { lines?: number }).lines ?? 1);
  return badRow(line, `Line ${line} can't be read as CSV: a quote is not closed, or is inside a cell.`);
}
