import type { FieldError, Unreadable } from '../../failure.ts';
import { readable } from '../../staff-file/characters.ts';
import { notRead } from '../../staff-file/not-read.ts';
import { openTable } from '../../staff-file/open-table.ts';
import type { TableRow } from '../../staff-file/row.ts';
import type { ReadOptions, StaffTable } from '../../staff-file/table.ts';
import type { Column } from './column.ts';
import { faultyCells } from './faulty-cells.ts';
import { isColumnName } from './guess.ts';
import { readColumns, type TableColumns, type TableRules } from './read-columns.ts';
import { recordOfRow } from './record-of-row.ts';
import { TABLE_TEXTS } from './texts.ts';
import { unsplitNames } from './unsplit-names.ts';

/** A row with what it says of a person, or why it says nothing that can be read. */
export interface TableRecord extends TableRow {
  columns: readonly (Column | undefined)[];
  record: Record<string, unknown>;
  /** What is wrong with cells, by pointers into the record. */
  faults: FieldError[];
  unreadable?: Unreadable;
}

/** A staff file with its records, read once. */
export interface RecordTable extends Pick<StaffTable, 'facts' | 'below' | 'repeated' | 'header'> {
  /** Of the file, and after them of the fixed values. */
  columns: readonly (Column | undefined)[];
  records: AsyncGenerator<TableRecord>;
  /** Rows with an ignored value, as far as was read. */
  readonly left: Left;
}

export interface Left {
  ignored: number;
}

/** How a staff file is read. */
export interface RecordOptions extends ReadOptions, TableRules {
  /** Cells as a user corrected them, by line and place in the row. */
  corrected?: ReadonlyMap<number, ReadonlyMap<number, string>> | undefined;
}

/**
 * Opens a staff file: separated text or a workbook (lib/staff-file). Rows with a value that is to be ignored are left out.
 * @throws Unreadable for what is no staff file, and for columns that are no properties; TooLarge for too many columns
 */
export async function openRecords(
  source: AsyncIterable<Uint8Array>,
  options: RecordOptions = {},
): Promise<RecordTable> {
  const { rows, table, left, ...columns } = await openRows(source, options);
  const { facts, below, repeated, header } = table;
  const read = { columns: columns.columns, records: recordsOf(rows, columns) };
  return { facts, below, repeated, header, left, ...read };
}

/** The same as rows of cells, corrected and completed by the fixed values, but not yet read as records. */
export async function openRows(source: AsyncIterable<Uint8Array>, options: RecordOptions) {
  const table = await openTable(source, { isName: isColumnName, ...options });
  const read = readColumns(table.header, options);
  const left: Left = { ignored: 0 };
  return { table, left, ...read, rows: rowsOf(table, read, options, left) };
}

async function* rowsOf(
  { header, rows }: StaffTable,
  { columns, fixed }: TableColumns,
  { corrected }: RecordOptions,
  left: Left,
): AsyncGenerator<TableRow> {
  const coded = columns.flatMap((column, index) => (column?.coded ? [{ index, ...column.coded }] : []));
  for await (const row of rows) {
    const { line } = row;
    const cells = withCorrections(row.cells, corrected?.get(line));
    const fault =
      row.fault ??
      (cells.length > header.length
        ? TABLE_TEXTS.tooManyCells(line, cells.length, header.length)
        : undefined);
    if (fault !== undefined) {
      yield { ...row, fault };
      continue;
    }
    if (coded.some(({ index, codeOf }) => codeOf(cells[index]?.trim() ?? '') === null)) {
      left.ignored += 1;
      continue;
    }
    yield { ...row, cells: fixed.length > 0 ? [...padded(cells, header.length), ...fixed] : cells };
  }
}

function withCorrections(cells: string[], corrected: ReadonlyMap<number, string> | undefined): string[] {
  if (!corrected) return cells;
  const all = padded(cells, Math.max(...corrected.keys()) + 1);
  for (const [index, value] of corrected) all[index] = value;
  return all;
}

const padded = (cells: readonly string[], length: number): string[] =>
  Array.from({ length: Math.max(cells.length, length) }, (_, index) => cells[index] ?? '');

async function* recordsOf(
  rows: AsyncIterable<TableRow>,
  { columns }: TableColumns,
): AsyncGenerator<TableRecord> {
  for await (const row of rows) {
    const { cells, line, fault } = row;
    if (fault !== undefined)
      yield { ...row, columns, record: {}, faults: [], unreadable: notRead(fault, `/${line - 1}`) };
    else {
      const faults = [...faultyCells(columns, cells), ...unsplitNames(columns, cells)];
      const record = recordOfRow(columns, faults.length > 0 ? cells.map(readable) : cells);
      yield { ...row, columns, record, faults };
    }
  }
}
