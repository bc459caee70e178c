/** Where each record of a file begins, by its index: all that is kept of a record that went on its way. */
export class Places {
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];

  /** @param start its byte in the file, where the file's own rows can be cut out again */
  add(line: number, start = -1): void {
    this.#lines.push(line);
    this.#starts.push(start);
  }

  line = (index: number): number => this.#lines[index] ?? 0;

  /** The bytes of a record with the blank lines behind it; an end that is null is the file's. */
  bytes(index: number): { start: number; end: number | null } | null {
    const start = this.#starts[index] ?? -1;
    return start < 0 ? null : { start, end: this.#starts[index + 1] ?? null };
  }
}
