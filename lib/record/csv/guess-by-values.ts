import { STATE_TABLE } from '../../address/tables/states.ts';
import { legible } from '../../text/legible.ts';
import { type NameOrder, splitName } from './names.ts';

interface Named {
  code: string;
  description: string;
}

/** The district's codes, which tell a column of codes from other numbers. */
export interface KnownValues {
  schools: readonly Named[];
  titles: readonly Named[];
  genders: readonly Named[];
}

/** So many of the values have to fit. */
const SHARE = 0.9;

const SSN = /^\d{3}-\d{2}-\d{4}$/;
const PHONE = /^(\+?1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}( ?(x|ext\.?) ?\d+)?$/i;
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i;
const PRIVATE_EMAIL = /@(gmail|yahoo|hotmail|outlook|live|icloud|aol|msn|comcast|me)\./i;
const ZIP = /^\d{5}(-?\d{4})?$/;
const STREET =
  /^(\d+[a-z]? .*\b(st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|pl|place|cir|circle|hwy|highway|pkwy|trl|trail|ter|terrace)\b.*|p\.? ?o\.? box .+)$/i;
const WHOLE_NAME = /^[\p{L}\p{M}][^\d,@]*,\s*[\p{L}\p{M}][^\d@]*$/u;
const FIRST_LAST = /^[\p{L}\p{M}][\p{L}\p{M}'’.\- ]*(,\s*[\p{L}.]+)?$/u;
const STAFF_NUMBER = /^(?=.*\d)[a-z\d][\w.-]{0,14}$/i;
const DAY_OR_DECIMAL = /^(\d{1,4}([-.])\d{1,2}\2\d{1,4}|\d+\.\d+|\d{1,2}-[a-z]{3}-\d{2,4})$/i;
const GENDER = /^(m|f|x|male|female|non-?binary)$/i;
const STATES = new Set(STATE_TABLE.flatMap((names) => names.map((name) => name.toLowerCase())));

/**
 * What the values of a column look like, whatever its header says; null for what could be several things, because a wrong
 * guess would write wrong data: a day, a number of five digits, one word. Pure.
 * @param left the property of the column to the left: a ZIP code is known beside its state
 */
export function guessByValues(
  cells: readonly string[],
  { left, codes }: { left?: string | undefined; codes?: KnownValues | undefined } = {},
): string | null {
  const filled = cells.map(legible).filter((cell) => cell !== '');
  if (filled.length === 0) return null;
  const fits = (is: (cell: string) => boolean) => filled.filter(is).length >= filled.length * SHARE;
  const among = (list: readonly string[]) => {
    const known = new Set(list.map((name) => name.toLowerCase()));
    return fits((cell) => known.has(cell.toLowerCase()));
  };
  if (fits((cell) => SSN.test(cell))) return 'ssn';
  if (fits((cell) => EMAIL.test(cell)))
    return fits((cell) => PRIVATE_EMAIL.test(cell)) ? 'personalEmail' : 'workEmail';
  if (fits((cell) => PHONE.test(cell))) return 'otherPhone';
  if (fits((cell) => GENDER.test(cell)) && hasBothGenders(filled)) return 'gender';
  if (hasSeveral(filled) && fits((cell) => STATES.has(cell.toLowerCase()))) return 'household.address.state';
  if (left === 'household.address.state' && fits((cell) => ZIP.test(cell))) return 'household.address.zip';
  if (fits((cell) => STREET.test(cell))) return 'household.address.fullStreetAddress';
  if (codes && hasSeveral(filled)) {
    if (among(codes.schools.map(({ description }) => description))) return 'positions.1.schoolNumber';
    if (among(codes.titles.map(({ description }) => description))) return 'positions.1.titleDescription';
    if (!fits((cell) => /^\d{1,4}$/.test(cell)) && among(codes.titles.map(({ code }) => code)))
      return 'positions.1.titleCode';
    if (fits((cell) => /^0/.test(cell)) && among(codes.schools.map(({ code }) => code)))
      return 'positions.1.schoolNumber';
  }
  return hasSeveral(filled) && fits((cell) => WHOLE_NAME.test(cell)) ? 'fullName.lastFirst' : null;
}

/** One value in all rows may be anything: OK is a state, too. */
const hasSeveral = (cells: readonly string[]): boolean => new Set(cells).size > 1;

/** One sign alone, such as X, may be a check mark. */
const hasBothGenders = (cells: readonly string[]): boolean =>
  [/^(m|male)$/i, /^(f|female)$/i].every((gender) => cells.some((cell) => gender.test(cell)));

const fitting = (cells: readonly string[], is: (cell: string) => boolean): boolean => {
  const filled = cells.map(legible).filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(is).length >= filled.length * SHARE;
};

/** In which order a column has whole names, if it has any; *First Last* also if some are *Last, First*. Pure. */
export function orderOfNames(cells: readonly string[]): NameOrder | null {
  if (fitting(cells, (cell) => WHOLE_NAME.test(cell))) return 'lastFirst';
  const isName = (cell: string) =>
    WHOLE_NAME.test(cell) || (FIRST_LAST.test(cell) && splitName(cell, 'firstLast') !== undefined);
  return fitting(cells, isName) ? 'firstLast' : null;
}

/**
 * Whether the values under a header such as # may be staff numbers. Those that count the rows (1, 2, 3 …), SSNs, days and
 * phone numbers are none. Pure.
 */
export const looksLikeStaffNumbers = (cells: readonly string[]): boolean =>
  fitting(
    cells,
    (cell) => STAFF_NUMBER.test(cell) && !SSN.test(cell) && !PHONE.test(cell) && !DAY_OR_DECIMAL.test(cell),
  ) && !isCounting(cells);

/** Whole numbers from 0 or 1 without a gap, in any order: a report's sorting may have moved them. */
function isCounting(cells: readonly string[]): boolean {
  const numbers = new Set(cells.map(legible).filter((cell) => cell !== ''));
  if (![...numbers].every((cell) => /^\d{1,7}$/.test(cell))) return false;
  const values = [...new Set([...numbers].map(Number))].sort((a, b) => a - b);
  const first = values[0] ?? 0;
  return first <= 1 && (values.at(-1) ?? 0) - first + 1 === values.length;
}
