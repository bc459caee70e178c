import { type FieldError, TooLarge, Unreadable } from '../../failure.ts';
import { readable } from '../../staff-file/characters.ts';
import { notRead } from '../../staff-file/not-read.ts';
import { openTable } from '../../staff-file/open-table.ts';
import type { TableRow } from '../../staff-file/row.ts';
import type { ReadOptions, StaffTable } from '../../staff-file/table.ts';
import { type Column, readHeader } from './column.ts';
import { latestDay } from './dates.ts';
import { faultyCells } from './faulty-cells.ts';
import { isColumnName } from './guess.ts';
import { type ColumnMeaning, MAX_COLUMNS } from './meaning.ts';
import { recordOfRow } from './record-of-row.ts';
import { TABLE_TEXTS } from './texts.ts';

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

/** How a staff file is read. */
export interface RecordOptions extends ReadOptions {
  /** `YYYY-MM-DD` in the district, by which years of two digits are read. */
  today?: string | undefined;
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
  options: RecordOptions = {},
): Promise<RecordTable> {
  const table = await openTable(source, { isName: isColumnName, ...options });
  const columns = readColumns(table.header, mapping, options.today);
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
        ? TABLE_TEXTS.tooManyCells(line, cells.length, columns.length)
        : undefined);
    if (fault !== undefined)
      yield { ...row, columns, record: {}, faults: [], unreadable: notRead(fault, `/${line - 1}`) };
    else {
      const faults = faultyCells(columns, cells);
      const record = recordOfRow(columns, faults.length > 0 ? cells.map(readable) : cells);
      yield { ...row, columns, record, faults };
    }
  }
}

function readColumns(
  headers: readonly string[],
  mapping?: readonly ColumnMeaning[],
  today?: string,
): (Column | undefined)[] {
  if (headers.length > MAX_COLUMNS)
    throw new TooLarge(TABLE_TEXTS.tooManyColumns(headers.length, MAX_COLUMNS));
  if (mapping) assertSame(headers, mapping);
  const errors: FieldError[] = [];
  const met = new Map<string, string>();
  const columns = headers.map((header, index) => {
    const meant = mapping ? mapping[index] : { property: header, dates: undefined };
    if (!meant?.property?.trim()) return undefined;
    const column = readHeader(meant.property);
    const pointer = `/0/${index}`;
    if ('unknown' in column) {
      const message = TABLE_TEXTS.columnUnknown(header.trim());
      const hint = column.hint ? TABLE_TEXTS.columnMeant(column.hint) : undefined;
      errors.push({ pointer, code: 'unknownColumn', message, ...(hint && { hint }) });
      return undefined;
    }
    const place = column.path.join('.');
    const before = met.get(place);
    if (before !== undefined) {
      const message = TABLE_TEXTS.columnTwice(before, header.trim());
      errors.push({ pointer, code: 'columnTwice', message });
    }
    met.set(place, header.trim());
    const latest = today && latestDay(column.property, today);
    return { ...column, header: header.trim(), dates: meant.dates ?? 'iso', latest };
  });
  if (!met.has('staffNumber'))
    errors.push({ pointer: '/0', code: 'columnMissing', message: TABLE_TEXTS.numberColumnMissing() });
  if (errors.length > 0) throw new Unreadable(TABLE_TEXTS.correctColumns(errors[0]?.message ?? ''), errors);
  return columns;
}

/** A mapping is of one file's columns: of another's it would put values under wrong names. */
function assertSame(headers: readonly string[], mapping: readonly ColumnMeaning[]): void {
  const same =
    headers.length === mapping.length &&
    headers.every((header, index) => header.trim() === mapping[index]?.header);
  if (same) return;
  const message = TABLE_TEXTS.otherColumns();
  throw new Unreadable(message, [{ pointer: '/0', code: 'columnsDiffer', message }]);
}
