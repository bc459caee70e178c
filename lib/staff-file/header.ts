import { filledCells, isBlank, type TableRow } from './row.ts';

/** Report titles above a table are few; a header is among so many rows. */
export const HEADER_ROWS = 30;
/** A cell that a header has and a title hasn't, twice: a file's title may contain one name of a column. */
const MIN_NAMES = 2;
/** Looked at in a row. */
const MAX_CELLS = 2_000;

/**
 * Which of a file's first rows names the columns: the one with most names that are known, else the first row that has
 * something in half of the columns or more, if that looks like names and not like a person's data.
 *
 * @param isName whether a cell is a usual name of a column
 * @returns its place in `rows`; undefined for a file without a header
 */
export function findHeader(
  rows: readonly TableRow[],
  width: number,
  isName: (cell: string) => boolean,
): number | undefined {
  let best = { at: -1, names: MIN_NAMES - 1 };
  const first = rows.slice(0, HEADER_ROWS);
  for (const [at, { cells }] of first.entries()) {
    const names = cells.slice(0, MAX_CELLS).filter((cell) => cell.trim() !== '' && isName(cell)).length;
    if (names > best.names) best = { at, names };
  }
  if (best.at >= 0) return best.at;
  const full = first.findIndex(({ cells }) => filledCells(cells) * 2 >= width && !isBlank(cells));
  const row = rows[full];
  if (!row) return undefined;
  return row.cells.some((cell) => isName(cell)) || !row.cells.some(looksLikeData) ? full : undefined;
}

/** A number of some digits, a date, an SSN, a phone or an e-mail address: no column is called so. */
const looksLikeData = (cell: string): boolean =>
  /^[\d\s()+./:-]*\d[\d\s()+./:-]*$/.test(cell) || /\S@\S+\.\S/.test(cell);
