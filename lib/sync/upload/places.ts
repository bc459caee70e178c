/** Where each record of a file begins, by its index. The record itself is not kept. */
export class Places {
  readonly #lines: number[] = [];
  readonly #starts: number[] = [];

  /** @param start its byte in the file, where the file's own rows can be cut out again */
  add(line: number, start = -1): void {
    this.#lines.push(line);
    this.#starts.push(start);
  }

  line = (index: number): number => this.#lines[index] ?? 0;

  /** The bytes of a record with the blank lines after it; a null end is the end of the file. */
  bytes(index: number): { start: number; end: number | null } | null {
    const start = this.#starts[index] ?? -1;
    return start < 0 ? null : { start, end: this.#starts[index + 1] ?? null };
  }
}
