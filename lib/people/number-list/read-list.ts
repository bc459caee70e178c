/** A line of a pasted list that is not blank: whom it names, and the new number. Both are empty if it has no two columns. */
export interface ReadLine {
  /** From 1, as pasted. */
  line: number;
  text: string;
  who: string;
  number: string;
  isHeading: boolean;
}

/** The first one that a line has parts it. A name may have a comma of its own, so a comma is the last. */
const SEPARATORS = [/\t/, /→|⟶|➔|[-=]>/, /;/, /,/];
const HEADING = /\b(number|no|nr|id)\b\.?/i;

/** A list as it is copied from a spreadsheet, a file or a message: one person a line, the new number last. */
export function readList(text: string): ReadLine[] {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [{ line: index + 1, text: line.trim(), ...columnsOf(line), isHeading: false }];
  });
  const [first] = lines;
  if (first) first.isHeading = HEADING.test(first.number) && !/\d/.test(first.number);
  return lines;
}

function columnsOf(line: string): { who: string; number: string } {
  const separator = SEPARATORS.find((candidate) => candidate.test(line));
  const cells = separator ? line.split(separator).map(cellOf) : [];
  while (cells.at(-1) === '') cells.pop();
  // Last and first name may be columns of their own.
  const who = cells.slice(0, -1).filter(Boolean).join(', ');
  return who === '' ? { who: '', number: '' } : { who, number: cells.at(-1) ?? '' };
}

/** Without the quotes of CSV. A quoted name is cut at its comma: each half has one quote. */
const cellOf = (cell: string): string => cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"').trim();
