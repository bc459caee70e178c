/** The lines of each record of a file, by its index. The records themselves are not kept. */
export class Places {
  /** Of all rows, in the file's order. */
  readonly #lines: number[] = [];
  /** Rows of each record: their places among all rows. */
  readonly #rows: (readonly number[])[] = [];

  addRow(line: number): number {
    return this.#lines.push(line) - 1;
  }

  /** @param rows as `addRow` numbered them */
  addRecord(rows: readonly number[]): void {
    this.#rows.push(rows);
  }

  /** How many were read. */
  get rows(): number {
    return this.#lines.length;
  }

  /** Of a record that is one row, or of the first of its rows. */
  line = (index: number): number => this.#lines[this.#rows[index]?.[0] ?? -1] ?? 0;

  /** Of all of its rows. */
  lines = (index: number): number[] => (this.#rows[index] ?? []).map((row) => this.#lines[row] ?? 0);
}
