/** Where a row of a file is: its line, and its bytes with the blank lines after it; a null end is the end of the file. */
export interface Place {
  line: number;
  bytes: { start: number; end: number | null } | null;
}

/** Where each record of a file is, by its index. The records themselves are not kept. */
export class Places {
  /** Of all rows, in the file's order. */
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];
  /** Rows of each record: their places among all rows. */
  readonly #rows: (readonly number[])[] = [];

  /** @param start its byte in the file, where the file's own rows can be cut out again; -1 elsewhere */
  addRow(line: number, start = -1): number {
    this.#starts.push(start);
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

  all(index: number): Place[] {
    return (this.#rows[index] ?? []).map((row) => {
      const start = this.#starts[row] ?? -1;
      const bytes = start < 0 ? null : { start, end: this.#starts[row + 1] ?? null };
      return { line: this.#lines[row] ?? 0, bytes };
    });
  }
}
