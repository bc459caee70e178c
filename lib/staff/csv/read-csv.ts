import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { type FieldError, Unreadable } from '../../failure.ts';
import { type Column, readHeader } from './column.ts';
import { recordOfRow } from './record-of-row.ts';

/** A record and where it begins in the file, from 1. */
export interface CsvRecord {
  line: number;
  record: Record<string, unknown>;
}

/** More than any staff member has; it only bounds the work of one line. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a CSV feed (RFC 4180, UTF-8, with or without a BOM; commas, semicolons or tabs) row by row.
 *
 * @param mapping a column's header → the property it is; '' leaves the column out
 * @throws Unreadable with the line for what is no CSV, and for columns that are no properties
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array | string>,
  mapping: Readonly<Record<string, string>> = {},
): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    info: true,
    delimiter: [',', ';', '\t'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
  const rows = Readable.from(source)
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let columns: (Column | undefined)[] | undefined;
  let next = 1;
  try {
    for await (const { record: cells, info } of rows as AsyncIterable<Row>) {
      const line = next;
      next = info.lines + 1;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (!columns) columns = readColumns(cells, mapping);
      else if (cells.length > columns.length)
        throw badRow(
          line,
          `Line ${line} has ${cells.length} cells, but there are ${columns.length} columns.`,
        );
      else yield { line, record: recordOfRow(columns, cells) };
    }
  } catch (error) {
    throw asUnreadable(error);
  }
  if (!columns) throw badRow(1, 'The file is empty: its first line must name the columns.');
}

interface Row {
  record: string[];
  info: { lines: number };
}

function readColumns(headers: string[], mapping: Readonly<Record<string, string>>): (Column | undefined)[] {
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  const columns = headers.map((header, index) => {
    const meant = mapping[header.trim()] ?? header;
    if (meant.trim() === '') return undefined;
    const column = readHeader(meant);
    const pointer = `/0/${index}`;
    if ('unknown' in column) {
      const message = `The column "${header.trim()}" is no property of a staff member.`;
      const hint = column.hint ? `Did you mean ${column.hint}?` : undefined;
      errors.push({ pointer, code: 'unknownColumn', message, ...(hint && { hint }) });
      return undefined;
    }
    const place = column.path.join('.');
    const before = met.get(place);
    if (before !== undefined) {
      const message = `The columns "${before}" and "${header.trim()}" are the same property.`;
      errors.push({ pointer, code: 'columnTwice', message });
    }
    met.set(place, header.trim());
    return column;
  });
  if (!met.has('staffNumber'))
    errors.push({ pointer: '/0', code: 'columnMissing', message: 'There is no column staffNumber.' });
  if (errors.length > 0)
    throw new Unreadable(`${errors[0]?.message} Mend the first line, or say what each column is.`, errors);
  return columns;
}

function badRow(line: number, message: string): Unreadable {
  return new Unreadable(message, [{ pointer: `/${line - 1}`, code: 'badCsv', message }]);
}

/** What csv-parse makes of a broken file: an unclosed quote, a quote in the middle of a cell. */
function asUnreadable(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) return error;
  const line = Number((error as { lines?: number }).lines ?? 1);
  return badRow(line, `Line ${line} can't be read as CSV: a quote is not closed, or stands within a cell.`);
}
