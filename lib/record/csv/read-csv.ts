import { type FieldError, TooLarge, Unreadable } from '../../failure.ts';
import { type Column, readHeader } from './column.ts';
import type { ColumnMeaning } from './meaning.ts';
import { recordOfRow } from './record-of-row.ts';
import { badRow, type CsvRow, openCsv } from './rows.ts';

/** A row with what it says of a person, or why it says nothing that can be read. */
export interface CsvRecord extends CsvRow {
  columns: readonly (Column | undefined)[];
  record: Record<string, unknown>;
  unreadable?: Unreadable;
}

/**
 * Reads a CSV feed row by row.
 *
 * @param mapping what each column is, in the file's order; without it headers are the API's property names
 * @throws Unreadable with the line for what is no CSV, and for columns that are no properties; TooLarge for too many columns
 */
export async function* readCsv(
  source: AsyncIterable<Uint8Array | string>,
  mapping?: readonly ColumnMeaning[],
): AsyncGenerator<CsvRecord> {
  const { rows } = await openCsv(source);
  let columns: (Column | undefined)[] | undefined;
  for await (const row of rows) {
    const { cells, line } = row;
    if (!columns) columns = readColumns(cells, mapping);
    else if (cells.length > columns.length) {
      const message = `Line ${line} has ${cells.length} cells, but there are ${columns.length} columns.`;
      yield { ...row, columns, record: {}, unreadable: badRow(line, message) };
    } else yield { ...row, columns, record: recordOfRow(columns, cells) };
  }
  if (!columns) throw badRow(1, 'The file is empty: its first line must name the columns.');
}

/** As many as a mapping can have. */
const MAX_COLUMNS = 2_000;

function readColumns(headers: string[], mapping?: readonly ColumnMeaning[]): (Column | undefined)[] {
  if (headers.length > MAX_COLUMNS)
    throw new TooLarge(`The file has ${headers.length} columns; at most ${MAX_COLUMNS} are read.`);
  if (mapping) assertSame(headers, mapping);
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  const columns = headers.map((header, index) => {
    const meant = mapping ? mapping[index] : { property: header, dates: undefined };
    if (!meant?.property?.trim()) return undefined;
    const column = readHeader(meant.property);
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
    return { ...column, header: header.trim(), monthFirst: column.date && meant.dates === 'mdy' };
  });
  if (!met.has('staffNumber'))
    errors.push({ pointer: '/0', code: 'columnMissing', message: 'There is no column staffNumber.' });
  if (errors.length > 0)
    throw new Unreadable(`${errors[0]?.message} Correct the first line, or say what each column is.`, errors);
  return columns;
}

/** A mapping is of one file's columns: of another's it would put values under wrong names. */
function assertSame(headers: readonly string[], mapping: readonly ColumnMeaning[]): void {
  const same =
    headers.length === mapping.length &&
    headers.every((header, index) => header.trim() === mapping[index]?.header);
  if (same) return;
  const message = 'The columns of this file are not the ones that were confirmed. Choose the file again.';
  throw new Unreadable(message, [{ pointer: '/0', code: 'columnsDiffer', message }]);
}
