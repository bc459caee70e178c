import { Breather } from '../../concurrency/breather.ts';
import { isReadable } from '../../staff-file/characters.ts';
import { legible } from '../../text/legible.ts';
import { staffNumberKey } from '../record.ts';
import type { Column } from './column.ts';
import {
  openRecords,
  openRows,
  type RecordOptions,
  type RecordTable,
  type TableRecord,
} from './read-table.ts';
import { isFilled } from './record-of-row.ts';
import { putTogether, type TogetherRecord } from './together.ts';

/** A row of a table, at its place among the rows that were read. */
export interface PlacedRow extends TableRecord {
  /** From 0. */
  place: number;
}

/** The rows of a person, in the file's order, as one record. */
export interface PersonOfTable extends TogetherRecord {
  rows: readonly PlacedRow[];
}

/** The people of a table, and how it was read. */
export interface PeopleOfTable extends Omit<RecordTable, 'records'> {
  /** Each with its last row. A row that can't be read is one by itself. */
  people: AsyncGenerator<PersonOfTable>;
}

/** Numbers that are counted; rows of later ones are not put together. */
const MAX_NUMBERS = 1_000_000;

/**
 * Opens a staff file whose rows of one person need not be together: its staff numbers are counted, and it is read a second
 * time. Memory holds the people of whom more rows are to come.
 *
 * @param read the file's bytes from the beginning, each time it is called
 * @param onRow called with each row as it is read; returns its place
 * @throws as `openRecords`
 */
export async function openPeople(
  read: () => AsyncIterable<Uint8Array>,
  options: RecordOptions = {},
  onRow: (row: TableRecord) => number = () => 0,
): Promise<PeopleOfTable> {
  const repeated = await repeatedNumbers(read(), options);
  const { records, ...table } = await openRecords(read(), options);
  return { ...table, people: peopleOf(records, repeated, numberOfRow(table.columns), onRow) };
}

async function* peopleOf(
  records: RecordTable['records'],
  repeated: ReadonlyMap<string, number>,
  numberOf: (cells: readonly string[]) => string,
  onRow: (row: TableRecord) => number,
): AsyncGenerator<PersonOfTable> {
  const waiting = new Map<string, PlacedRow[]>();
  for await (const read of records) {
    const row = { ...read, place: onRow(read) };
    const number = row.unreadable ? '' : numberOf(row.cells);
    const count = repeated.get(number);
    if (count === undefined) {
      yield { rows: [row], ...putTogether([row]) };
      continue;
    }
    const rows = waiting.get(number) ?? [];
    rows.push(row);
    waiting.set(number, rows);
    if (rows.length < count) continue;
    waiting.delete(number);
    yield { rows, ...putTogether(rows) };
  }
  // A file that was written to between its two readings: nobody is lost.
  for (const rows of waiting.values()) yield { rows, ...putTogether(rows) };
}

/** By what the rows of a person are known to be of one person (STAFF-1); empty for a row that is a person by itself. */
function numberOfRow(columns: readonly (Column | undefined)[]): (cells: readonly string[]) => string {
  const at = columns.findIndex((column) => column?.property === 'staffNumber');
  const column = columns[at];
  return (cells) => {
    const cell = cells[at]?.trim() ?? '';
    return column && isFilled(column, cell) && isReadable(cell) ? staffNumberKey(legible(cell)) : '';
  };
}

/** How many rows each number has that has more than one. */
async function repeatedNumbers(
  source: AsyncIterable<Uint8Array>,
  options: RecordOptions,
): Promise<Map<string, number>> {
  const { columns, rows } = await openRows(source, options);
  const numberOf = numberOfRow(columns);
  const counts = new Map<string, number>();
  const breather = new Breather();
  for await (const { cells, fault } of rows) {
    const number = fault === undefined ? numberOf(cells) : '';
    if (number !== '' && (counts.has(number) || counts.size < MAX_NUMBERS))
      counts.set(number, (counts.get(number) ?? 0) + 1);
    await breather.breathe();
  }
  for (const [number, count] of counts) if (count === 1) counts.delete(number);
  return counts;
}

/** The row and the place in it of an error of a person. */
export function originOfError({ rows, originOf }: PersonOfTable, steps: readonly string[]) {
  const origin = originOf(steps);
  return { row: rows[origin.row] as TableRecord, steps: origin.steps };
}
