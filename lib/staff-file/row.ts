/** A row of the table that is not blank. */
export interface TableRow {
  /** Its line in a text file, or its row in a sheet, from 1. */
  line: number;
  cells: string[];
  /** Why its cells can't be relied on. The other rows can. */
  fault?: string;
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

export const filledCells = (cells: readonly string[]): number =>
  cells.reduce((filled, cell) => (cell.trim() === '' ? filled : filled + 1), 0);
