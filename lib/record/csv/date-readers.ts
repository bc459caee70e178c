import type { DateFormat } from './meaning.ts';

/** Day 0 of spreadsheets, two days before 1900 because they take 1900 for a leap year. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = "(\\d{4}|'?\\d{2})";
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const GAP = '[-\\s/,.]*';
const DAY_MONTH = new RegExp(`^${WEEKDAY}${DAY}${GAP}(?:of\\s+)?${MONTH}${GAP}${YEAR}$`, 'i');
const MONTH_DAY = new RegExp(`^${WEEKDAY}${MONTH}${GAP}${DAY}[-\\s/,.]+${YEAR}$`, 'i');
const YEAR_MONTH = new RegExp(`^(\\d{4})${GAP}${MONTH}${GAP}${DAY}$`, 'i');
const BY_SIGNS = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|'?\d{2})$/;
/** A spreadsheet drops the first zero: 1252016, 12516. */
const BY_DIGITS = /^(\d{1,2})(\d{2})(\d{4})$|^(\d{2})(\d{2})(\d{2})$/;

/**
 * Each format as what it makes of a cell: `YYYY-MM-DD`, which need not be a day of the calendar; undefined if the cell is
 * not written so.
 * @param latest the latest day that a year of two digits may mean; without it such a year isn't read
 */
export const DATE_READERS: Record<DateFormat, (cell: string, latest?: string) => string | undefined> = {
  iso: (cell, latest) => joined(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell), [1, 2, 3], latest),
  mdy: (cell, latest) => joined(BY_SIGNS.exec(cell), [3, 1, 2], latest),
  dmy: (cell, latest) => joined(BY_SIGNS.exec(cell), [3, 2, 1], latest),
  named: (cell, latest) =>
    joined(DAY_MONTH.exec(cell), [3, 2, 1], latest) ??
    joined(MONTH_DAY.exec(cell), [3, 1, 2], latest) ??
    joined(YEAR_MONTH.exec(cell), [1, 2, 3], latest),
  compact: (cell, latest) => joined(/^(\d{4})(\d{2})(\d{2})$/.exec(cell), [1, 2, 3], latest),
  mdyCompact: (cell, latest) => joined(digitsOf(cell), [3, 1, 2], latest),
  dmyCompact: (cell, latest) => joined(digitsOf(cell), [3, 2, 1], latest),
  serial: (cell) =>
    /^[1-9]\d{4}(\.0+)?$/.test(cell)
      ? new Date(SERIAL_ZERO + Number(cell) * DAY_MS).toISOString().slice(0, 10)
      : undefined,
};

/** The parts of a date without signs, as a match of three groups has them. */
function digitsOf(cell: string): string[] | null {
  const match = BY_DIGITS.exec(cell);
  return match && [cell, ...match.slice(1).filter((part) => part !== undefined)];
}

function joined(
  match: readonly string[] | null,
  [year, month, day]: [number, number, number],
  latest: string | undefined,
): string | undefined {
  if (!match) return undefined;
  const rest = `${monthOf(match[month] ?? '')}-${two(match[day] ?? '')}`;
  const full = fullYear((match[year] ?? '').replace("'", ''), rest, latest);
  return full && `${full}-${rest}`;
}

function monthOf(part: string): string {
  const named = MONTHS.indexOf(part.slice(0, 3).toLowerCase());
  return two(named < 0 ? part : String(named + 1));
}

/** A year of two digits is the last such year whose day is not after `latest`. */
function fullYear(year: string, monthAndDay: string, latest: string | undefined): string | undefined {
  if (year.length !== 2) return year;
  if (latest === undefined) return undefined;
  const century = Number(latest.slice(0, 2));
  const inThis = `${two(String(century))}${year}`;
  return `${inThis}-${monthAndDay}` <= latest ? inThis : `${two(String(century - 1))}${year}`;
}

const two = (part: string): string => part.padStart(2, '0');
