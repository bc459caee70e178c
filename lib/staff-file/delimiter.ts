export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * What separates the cells of these lines, and how many cells most of them have. Of two separators the one that gives
 * more lines the same number of cells. Separators within quotes don't count, nor do lines in which a quote is open: a
 * cell goes on in the next line.
 */
export function recognizeDelimiter(lines: readonly string[]): { delimiter: string; width: number } {
  const sample = wholeRows(lines.filter((line) => line.trim() !== ''));
  let best = { delimiter: ',', width: 1, score: 0 };
  for (const delimiter of DELIMITERS) {
    const lengths = new Map<number, number>();
    for (const line of sample) {
      const cells = separators(line, delimiter) + 1;
      lengths.set(cells, (lengths.get(cells) ?? 0) + 1);
    }
    const [[width, rows] = [1, 0]] = [...lengths].sort(
      ([one, rowsOne], [other, rowsOther]) => weight(other, rowsOther) - weight(one, rowsOne),
    );
    const score = weight(width, rows);
    if (score > best.score) best = { delimiter, width, score };
  }
  return best;
}

/** Lines that are rows by themselves, as far as their quotes tell; a stray quote must not hide all lines after it. */
function wholeRows(lines: readonly string[]): readonly string[] {
  const even = lines.filter((line) => isEven(line));
  let open = false;
  const outside = lines.filter((line) => {
    const begins = open;
    if (!isEven(line)) open = !open;
    return !begins && !open;
  });
  if (outside.length * 4 >= even.length && outside.length > 0) return outside;
  return even.length > 0 ? even : lines;
}

const isEven = (line: string): boolean => line.split('"').length % 2 === 1;

/** Lines count more than cells: text with commas has many cells in few lines. */
const weight = (cells: number, rows: number): number => rows * rows * (cells - 1);

function separators(line: string, delimiter: string): number {
  let found = 0;
  let quoted = false;
  for (const character of line)
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) found += 1;
  return found;
}
