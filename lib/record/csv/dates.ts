import { isCalendarDate } from '../../text/calendar.ts';
import { legible } from '../../text/legible.ts';
import { DATE_FORMATS, type DateFormat } from './meaning.ts';

/** A day that a spreadsheet or database wrote as a moment. */
const MIDNIGHT = /(?:[T\s]+0{1,2}:00(?::00(?:\.0+)?)?(?:\s*AM|Z)?|\s+12:00(?::00(?:\.0+)?)?\s*AM)$/i;
/** Day 0 of spreadsheets, two days before 1900 because they take 1900 for a leap year. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const two = (part: string): string => part.padStart(2, '0');

/** Each format as what it makes of a cell; undefined if the cell is not written so. */
const READERS: Record<DateFormat, (cell: string) => string | undefined> = {
  iso: (cell) => joined(/^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(cell), [1, 2, 3]),
  mdy: (cell) => joined(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell), [3, 1, 2]),
  dmy: (cell) => joined(/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(cell), [3, 2, 1]),
  compact: (cell) => joined(/^(\d{4})(\d{2})(\d{2})$/.exec(cell), [1, 2, 3]),
  serial: (cell) =>
    /^[1-9]\d{4}(\.0+)?$/.test(cell)
      ? new Date(SERIAL_ZERO + Number(cell) * DAY_MS).toISOString().slice(0, 10)
      : undefined,
};

function joined(match: RegExpExecArray | null, [year, month, day]: [number, number, number]) {
  return match ? `${match[year]}-${two(match[month] ?? '')}-${two(match[day] ?? '')}` : undefined;
}

const withoutTime = (cell: string): string => legible(cell).replace(MIDNIGHT, '');

/** A cell as YYYY-MM-DD, which any column may have. A cell that is not written so is unchanged; the record's check then refuses it. */
export function readDate(cell: string, format: DateFormat): string {
  const text = withoutTime(cell);
  return READERS[format](text) ?? READERS.iso(text) ?? legible(cell);
}

/**
 * How the columns of dates are written, each by all of its cells: the format that most of them fit. Where day and month
 * can't be told apart, and in a column without any date, the other columns of the file decide.
 *
 * @param known what was confirmed before, which counts where the cells don't say otherwise
 */
export function findDateFormats(
  columns: readonly { cells: readonly string[]; known: DateFormat | undefined }[],
): DateFormat[] {
  const fits = columns.map(({ cells }) => countFits(cells));
  const total = (format: DateFormat) => fits.reduce((sum, counts) => sum + counts[format], 0);
  const dayFirst = total('dmy') > total('mdy');
  const usual = best(
    Object.fromEntries(DATE_FORMATS.map((format) => [format, total(format)])) as Fits,
    dayFirst,
  );
  return columns.map(({ known }, index) => {
    const counts = fits[index] as Fits;
    const most = Math.max(...Object.values(counts));
    if (known && counts[known] === most && (most > 0 || usual === undefined)) return known;
    return best(counts, dayFirst) ?? usual ?? known ?? 'iso';
  });
}

type Fits = Record<DateFormat, number>;

function countFits(cells: readonly string[]): Fits {
  const counts: Fits = { iso: 0, mdy: 0, dmy: 0, compact: 0, serial: 0 };
  for (const cell of cells) {
    const text = withoutTime(cell);
    if (text === '') continue;
    for (const format of DATE_FORMATS) if (isCalendarDate(READERS[format](text) ?? '')) counts[format] += 1;
  }
  return counts;
}

/** ISO dates are read in every column, so of equals another format is taken. */
function best(counts: Fits, dayFirst: boolean): DateFormat | undefined {
  const order: DateFormat[] = [
    ...(dayFirst ? (['dmy', 'mdy'] as const) : (['mdy', 'dmy'] as const)),
    'compact',
    'serial',
    'iso',
  ];
  const most = Math.max(...Object.values(counts));
  return most === 0 ? undefined : order.find((format) => counts[format] === most);
}
