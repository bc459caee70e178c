import { cellsAsInExcel, cellsUndoubled, QuotedCells, textOfFormula } from './cells.ts';
import type { Line } from './lines.ts';
import type { TableRow } from './row.ts';
import { STAFF_FILE_TEXTS } from './texts.ts';

/** A cell may have so many lines, and the lines so many characters. A quote that nobody closes is given up there. */
const MAX_LINES = 100;
const MAX_CHARS = 64 * 1024;

interface Format {
  delimiter: string;
  /** How many cells most rows have. It tells which reading of odd quotes is right. */
  width: number;
}

/** The rows of a text file. A row that can't be read costs its own line only. Blank rows come too. */
export async function* textRows(
  lines: AsyncIterator<Line>,
  { delimiter, width }: Format,
): AsyncGenerator<TableRow> {
  /** Lines that were read for a row that did not need them. */
  const ahead: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    const line = ahead.shift();
    if (line) return line;
    const { done, value } = await lines.next();
    return done ? undefined : value;
  };
  for (let line = await next(); line; line = await next()) {
    const { number } = line;
    if (!line.sound) {
      const fault = STAFF_FILE_TEXTS.otherEncoding(number);
      yield { line: number, cells: line.text.split(delimiter), fault };
      continue;
    }
    if (!line.text.includes('"')) {
      yield { line: number, cells: line.text.split(delimiter) };
      continue;
    }
    const quoted = new QuotedCells(delimiter);
    const taken = [line];
    let chars = line.text.length;
    let whole = quoted.add(line.text);
    while (!whole && taken.length < MAX_LINES && chars < MAX_CHARS) {
      const before = taken.at(-1) as Line;
      const following = await next();
      if (!following) break;
      taken.push(following);
      chars += following.text.length;
      whole = quoted.add(before.end + following.text);
    }
    const regular = !quoted.irregular;
    const fits = quoted.cells.length === width;
    const sure = whole && (taken.length === 1 ? fits || regular : fits && regular);
    if (sure) {
      yield { line: number, cells: quoted.cells.map(textOfFormula) };
      continue;
    }
    const single = readingOf(line.text, delimiter, width);
    if (!single && whole && (regular || fits)) {
      yield { line: number, cells: quoted.cells.map(textOfFormula) };
      continue;
    }
    ahead.unshift(...taken.slice(1));
    if (single) yield { line: number, cells: single.map(textOfFormula) };
    else if (whole && taken.length === 1 && quoted.cells.length < width)
      yield { line: number, cells: quoted.cells.map(textOfFormula) };
    else
      yield {
        line: number,
        cells: line.text.split(delimiter),
        fault: STAFF_FILE_TEXTS.badQuotes(number),
      };
  }
}

/** A line by itself, where one of the other ways to read quotes gives it as many cells as the other rows have. */
const readingOf = (line: string, delimiter: string, width: number): string[] | undefined =>
  [cellsUndoubled(line, delimiter), cellsAsInExcel(line, delimiter), line.split(delimiter)].find(
    (cells) => cells?.length === width && width > 1,
  );
