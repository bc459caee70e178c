import { readable } from './characters.ts';
import type { TableRow } from './row.ts';

/** Rows between others that repeat the header, as reports write it on each page. */
export interface RepeatedHeader {
  count: number;
  /** The first of them. */
  lines: number[];
}

/** So many lines are named. */
const MAX_LINES = 20;

/** Rows without those that have the same cells as the header, which are counted in `found`. */
export async function* withoutRepeatedHeader(
  rows: AsyncIterable<TableRow>,
  header: readonly string[],
  found: RepeatedHeader,
): AsyncGenerator<TableRow> {
  for await (const row of rows) {
    if (!isHeader(row, header)) {
      yield row;
      continue;
    }
    found.count += 1;
    if (found.lines.length < MAX_LINES) found.lines.push(row.line);
  }
}

const isHeader = ({ cells, fault }: TableRow, header: readonly string[]): boolean =>
  fault === undefined &&
  cells.length <= header.length &&
  header.every((name, index) => readable(cells[index]?.trim() ?? '') === name);
