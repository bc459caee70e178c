import { Breather } from '../../concurrency/breather.ts';
import {
  openRecords,
  openRows,
  type RecordOptions,
  type RecordTable,
  type TableRecord,
} from './read-table.ts';
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
  return { ...table, people: peopleOf(records, repeated, onRow) };
}

async function* peopleOf(
  records: RecordTable['records'],
  repeated: ReadonlyMap<string, number>,
  onRow: (row: TableRecord) => number,
): AsyncGenerator<PersonOfTable> {
  const waiting = new Map<string, PlacedRow[]>();
  for await (const read of records) {
    const row = { ...read, place: onRow(read) };
    const number = numberOf(row);
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
}

const numberOf = ({ record, unreadable }: TableRecord): string =>
  unreadable || typeof record.staffNumber !== 'string' ? '' : record.staffNumber.trim();

/** How many rows each number has that has more than one. */
async function repeatedNumbers(
  source: AsyncIterable<Uint8Array>,
  options: RecordOptions,
): Promise<Map<string, number>> {
  const { columns, rows } = await openRows(source, options);
  const at = columns.findIndex((column) => column?.property === 'staffNumber');
  const counts = new Map<string, number>();
  const breather = new Breather();
  for await (const { cells, fault } of rows) {
    const number = fault === undefined ? (cells[at]?.trim() ?? '') : '';
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
