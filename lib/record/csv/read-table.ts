import { type FieldError, TooLarge, Unreadable } from '../../failure.ts';
import { readable } from '../../staff-file/characters.ts';
import { openTable } from '../../staff-file/open-table.ts';
import type { TableRow } from '../../staff-file/row.ts';
import type { ReadOptions, StaffTable } from '../../staff-file/table.ts';
import { type Column, readHeader } from './column.ts';
import { faultyCells } from './faulty-cells.ts';
import { isColumnName } from './guess.ts';
import type { ColumnMeaning } from './meaning.ts';
import { recordOfRow } from './record-of-row.ts';

/** A row with what it says of a person, or why it says nothing that can be read. */
export interface TableRecord extends TableRow {
  columns: readonly (Column | undefined)[];
  record: Record<string, unknown>;
  /** What is wrong with cells, by pointers into the record. */
  faults: FieldError[];
  unreadable?: Unreadable;
}

/** A staff file with its records, read once. */
export interface RecordTable extends Pick<StaffTable, 'facts' | 'below'> {
  records: AsyncGenerator<TableRecord>;
}

/**
 * Opens a staff file: separated text or a workbook (lib/staff-file).
 *
 * @param mapping what each column is, in the file's order; without it headers are the API's property names
 * @throws Unreadable for what is no staff file, and for columns that are no properties; TooLarge for too many columns
 */
export async function openRecords(
  source: AsyncIterable<Uint8Array>,
  mapping?: readonly ColumnMeaning[],
  options: ReadOptions = {},
): Promise<RecordTable> {
  const table = await openTable(source, { isName: isColumnName, ...options });
  const columns = readColumns(table.header, mapping);
  return { facts: table.facts, below: table.below, records: recordsOf(table, columns) };
}

async function* recordsOf(
  table: StaffTable,
  columns: readonly (Column | undefined)[],
): AsyncGenerator<TableRecord> {
  for await (const row of table.rows) {
    const { cells, line } = row;
    const fault =
      row.fault ??
      (cells.length > columns.length
        ? `Line ${line} has ${cells.length} cells, but there are ${columns.length} columns.`
        : undefined);
    if (fault !== undefined)
      yield { ...row, columns, record: {}, faults: [], unreadable: badRow(line, fault) };
    else {
      const faults = faultyCells(columns, cells);
      const record = recordOfRow(columns, faults.length > 0 ? cells.map(readable) : cells);
      yield { ...row, columns, record, faults };
    }
  }
}

/** A row that can't be read at all. */
function badRow(line: number, message: string): Unreadable {
  return new Unreadable(message, [{ pointer: `/${line - 1}`, code: 'badCsv', message }]);
}

/** As many as a mapping can have. */
const MAX_COLUMNS = 2_000;

function readColumns(headers: readonly string[], mapping?: readonly ColumnMeaning[]): (Column | undefined)[] {
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
    return { ...column, header: header.trim(), dates: meant.dates ?? 'iso' };
  });
  if (!met.has('staffNumber'))
    errors.push({ pointer: '/0', code: 'columnMissing', message: 'There is no column staffNumber.' });
  if (errors.length > 0)
    throw new Unreadable(
      `${errors[0]?.message} Correct the names of the columns, or say what each column is.`,
      errors,
    );
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
