/**
 * The cells of a row whose cells are quoted, line by line: a quoted cell goes on in the next line. By RFC 4180, and
 * more: a quote that is neither doubled nor at the end of its cell is a character of the cell.
 */
export class QuotedCells {
  readonly cells: string[] = [];
  /** Whether a quote was read otherwise than RFC 4180 has it. */
  irregular = false;
  #cell = '';
  #quoted = false;
  readonly #delimiter: string;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** @returns whether the row is complete; otherwise its next line, with the line end before it, is to be added */
  add(line: string): boolean {
    let at = 0;
    for (;;) {
      if (!this.#quoted) {
        if (line[at] === '"') {
          this.#quoted = true;
          this.#cell = '';
          at += 1;
          continue;
        }
        const end = line.indexOf(this.#delimiter, at);
        const cell = line.slice(at, end < 0 ? undefined : end);
        this.irregular ||= cell.includes('"');
        this.cells.push(cell);
        if (end < 0) return true;
        at = end + 1;
        continue;
      }
      const quote = line.indexOf('"', at);
      if (quote < 0) {
        this.#cell += line.slice(at);
        return false;
      }
      this.#cell += line.slice(at, quote);
      if (line[quote + 1] === '"') {
        this.#cell += '"';
        at = quote + 2;
        continue;
      }
      const after = afterBlanks(line, quote + 1, this.#delimiter);
      if (after < line.length && line[after] !== this.#delimiter) {
        this.irregular = true;
        this.#cell += '"';
        at = quote + 1;
        continue;
      }
      this.cells.push(this.#cell);
      this.#quoted = false;
      if (after === line.length) return true;
      at = after + 1;
    }
  }
}

function afterBlanks(line: string, from: number, delimiter: string): number {
  let at = from;
  while ((line[at] === ' ' || line[at] === '\t') && line[at] !== delimiter) at += 1;
  return at;
}

/** As Excel reads a line: a cell's first quote opens, also after a blank, the next one closes, and the rest is text. */
export function cellsAsInExcel(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const begin = afterBlanks(line, at, delimiter);
    let quoted = '';
    if (line[begin] === '"') {
      at = begin + 1;
      for (;;) {
        const quote = line.indexOf('"', at);
        quoted += line.slice(at, quote < 0 ? undefined : quote);
        at = quote < 0 ? line.length : quote + 1;
        if (quote < 0 || line[at] !== '"') break;
        quoted += '"';
        at += 1;
      }
    }
    const end = line.indexOf(delimiter, at);
    cells.push(quoted + line.slice(at, end < 0 ? undefined : end));
    if (end < 0) return cells;
    at = end + 1;
  }
}

/**
 * As systems write that quote every cell and double nothing: a quoted cell ends with the quote before a separator, and
 * each other quote is text. Undefined where a quote stays open.
 */
export function cellsUndoubled(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let end = line.indexOf(delimiter, at);
    if (line[at] === '"') {
      let quote = line.indexOf('"', at + 1);
      while (quote >= 0 && quote + 1 < line.length && line[quote + 1] !== delimiter)
        quote = line.indexOf('"', quote + 1);
      if (quote < 0) return undefined;
      cells.push(line.slice(at + 1, quote));
      end = quote + 1 < line.length ? quote + 1 : -1;
    } else cells.push(line.slice(at, end < 0 ? undefined : end));
    if (end < 0) return cells;
    at = end + 1;
  }
}

const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

/** `="0007"`, by which exports keep a spreadsheet from dropping zeros, is the text in it. */
export const textOfFormula = (cell: string): string =>
  TEXT_FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
