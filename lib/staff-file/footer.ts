import { filledCells, type TableRow } from './row.ts';

/** What reports write below their table. */
const WORDS =
  /^\W*((grand|sub|report)[\s-]*)?(totals?|count|sum|number of|no\. of|page|end of|printed|run (date|on|by)|generated|created (on|by|at)|report|records?|rows?|employees?:|prepared|confidential|\*+)\b|^\d+ (rows?|records?|employees?|staff)\b|\b(totals?|rows? (selected|affected)|records? (found|selected))\W*$/i;
/** A line of a report; a person has more. */
const MAX_FILLED = 3;
/** More of them are not the end of a report. */
export const MAX_FOOTER_ROWS = 20;

/** Whether a row, at the end of a file, is a total or a note of the report and not a person. */
export function isFooter({ cells }: TableRow, width: number): boolean {
  const filled = filledCells(cells);
  if (filled > Math.min(MAX_FILLED, width - 1)) return false;
  const text = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  return WORDS.test(text);
}

/** Rows without the footer at their end, whose lines are added to `leftOut`. One in the middle is an ordinary row. */
export async function* withoutFooter(
  rows: AsyncIterable<TableRow>,
  width: number,
  leftOut: number[],
): AsyncGenerator<TableRow> {
  let held: TableRow[] = [];
  for await (const row of rows) {
    if (isFooter(row, width) && held.length < MAX_FOOTER_ROWS) {
      held.push(row);
      continue;
    }
    yield* held;
    held = [];
    yield row;
  }
  leftOut.push(...held.map(({ line }) => line));
}
