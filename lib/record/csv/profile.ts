import { Breather } from '../../concurrency/breather.ts';
import type { StaffTable } from '../../staff-file/table.ts';

/** What the cells of a column are, over the whole file. */
export interface ColumnProfile {
  filled: number;
  blank: number;
  /** Distinct values with their counts, in the file's order; the first MAX_DISTINCT of them. */
  values: Map<string, number>;
}

export interface TableProfile {
  columns: ColumnProfile[];
  /** The first rows, as they are. */
  first: string[][];
  rows: number;
}

/** More distinct dates or codes than a file has; of names and numbers the first are enough to see what they are. */
const MAX_DISTINCT = 5_000;
/** A longer text is neither a date nor a code. */
const MAX_CHARS = 200;

/** Reads a table to its end. @param shown how many of its first rows are kept */
export async function profileTable({ header, rows }: StaffTable, shown: number): Promise<TableProfile> {
  const columns = header.map((): ColumnProfile => ({ filled: 0, blank: 0, values: new Map() }));
  const first: string[][] = [];
  const breather = new Breather();
  let count = 0;
  for await (const { cells, fault } of rows) {
    count += 1;
    await breather.breathe();
    if (fault !== undefined) continue;
    if (first.length < shown) first.push(cells);
    for (const [index, column] of columns.entries()) addCell(column, cells[index] ?? '');
  }
  return { columns, first, rows: count };
}

function addCell(column: ColumnProfile, cell: string): void {
  const value = cell.trim();
  if (value === '') {
    column.blank += 1;
    return;
  }
  column.filled += 1;
  const known = column.values.get(value);
  if (known !== undefined) column.values.set(value, known + 1);
  else if (column.values.size < MAX_DISTINCT && value.length <= MAX_CHARS) column.values.set(value, 1);
}

/** The distinct values side by side, as rows from which columns can be guessed. */
export function valueRows({ columns }: TableProfile): string[][] {
  const lists = columns.map(({ values }) => [...values.keys()]);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.map((list) => list[at] ?? ''));
}
