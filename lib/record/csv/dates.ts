import { isCalendarDate } from '../../text/calendar.ts';
import { legible } from '../../text/legible.ts';
import { DATE_READERS } from './date-readers.ts';
import { DATE_FORMATS, type DateFormat } from './meaning.ts';

/** A day that a spreadsheet or database wrote as a moment. */
const MIDNIGHT =
  /(?:[T\s]+0{1,2}:00(?::00(?:[.,]0+)?)?(?:\s*AM|\s*Z|\s*[-+]\d{2}:?\d{2})?|\s+12:00(?::00(?:\.0+)?)?\s*AM)$/i;
/** Years of days that people have in a staff file: what decides on a format. */
const PLAUSIBLE = /^(18[5-9]|19\d|20\d)\d-/;
/** A two-digit year of a day other than a birth may be so many years ahead, such as a contract's end. */
const YEARS_AHEAD = 20;

/**
 * The latest day that a year of two digits may mean in a property: a birth date is never in the future, others are at most
 * 20 years ahead. In 2026, `46` is 2046 and `47` is 1947; as a birth date `27` is 1927.
 * @param today `YYYY-MM-DD`, in the district
 */
export const latestDay = (property: string, today: string): string =>
  property === 'birthDate' ? today : `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`;

/** A date without the midnight behind it. */
export const withoutTime = (cell: string): string => legible(cell).replace(MIDNIGHT, '');

/**
 * A cell as YYYY-MM-DD, which any column may have, as it may have the month's name. A cell that is not written so is
 * unchanged; the record's check then refuses it.
 * @param latest as `latestDay`
 */
export function readDate(cell: string, format: DateFormat, latest?: string): string {
  const text = withoutTime(cell);
  const { [format]: chosen, iso, named } = DATE_READERS;
  return chosen(text, latest) ?? iso(text, latest) ?? named(text, latest) ?? legible(cell);
}

/**
 * How the columns of dates are written, each by all of its cells: the format that most of them fit. Where two fit equally
 * well, such as by day and by month, and in a column without any date, the other columns of the file decide.
 *
 * @param known what was confirmed before, which counts where the cells don't say otherwise
 */
export function findDateFormats(
  columns: readonly {
    cells: readonly string[];
    known: DateFormat | undefined;
    latest?: string | undefined;
  }[],
): DateFormat[] {
  const fits = columns.map(({ cells, latest }) => countFits(cells, latest));
  const all = sumOf(fits);
  const [usual] = bestOf(all);
  return columns.map(({ known }, index) => {
    const counts = fits[index] as Fits;
    const equal = bestOf(counts);
    if (known && (equal.includes(known) || (equal.length === 0 && usual === undefined))) return known;
    return mostOf(all, equal) ?? usual ?? 'iso';
  });
}

/** A cell of a column as an example of how its dates are read; null without a date. */
export function dateExample(
  cells: readonly string[],
  format: DateFormat,
  latest?: string,
): { cell: string; day: string } | null {
  for (const cell of cells) {
    const day = readDate(cell, format, latest);
    if (PLAUSIBLE.test(day) && isCalendarDate(day)) return { cell: legible(cell), day };
  }
  return null;
}

type Fits = Record<DateFormat, number>;

const noFits = () => Object.fromEntries(DATE_FORMATS.map((format) => [format, 0])) as Fits;

function countFits(cells: readonly string[], latest: string | undefined): Fits {
  const counts = noFits();
  for (const cell of cells) {
    const text = withoutTime(cell);
    if (text === '') continue;
    for (const format of DATE_FORMATS) {
      const day = DATE_READERS[format](text, latest) ?? '';
      if (PLAUSIBLE.test(day) && isCalendarDate(day)) counts[format] += 1;
    }
  }
  return counts;
}

function sumOf(all: readonly Fits[]): Fits {
  const sum = noFits();
  for (const counts of all) for (const format of DATE_FORMATS) sum[format] += counts[format];
  return sum;
}

/** Of equals first what is usual. ISO dates and names are read in every column, so another format is taken before them. */
const ORDER = [
  'mdy',
  'dmy',
  'compact',
  'mdyCompact',
  'dmyCompact',
  'serial',
  'named',
  'iso',
] as const satisfies readonly DateFormat[];

/** The formats that most cells fit, none without a date. */
function bestOf(counts: Fits): DateFormat[] {
  const most = Math.max(...Object.values(counts));
  return most === 0 ? [] : ORDER.filter((format) => counts[format] === most);
}

/** The format among these that the file has most; undefined for none. */
function mostOf(counts: Fits, among: readonly DateFormat[]): DateFormat | undefined {
  const most = Math.max(...among.map((format) => counts[format]));
  return among.find((format) => counts[format] === most);
}
