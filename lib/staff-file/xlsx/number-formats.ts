import { dateFromSerial, format, getFormatInfo } from 'numfmt';
import type { WorkbookPackage } from './package.ts';
import { readWholeXml } from './xml.ts';

/** Formats that a workbook names by a number only. Dates of all kinds are days here. */
const BUILT_IN: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** The number format of each style that a cell can name by its place; undefined: General. */
export async function readFormats(workbook: WorkbookPackage, path: string): Promise<(string | undefined)[]> {
  const own = new Map<number, string>();
  const styles: (string | undefined)[] = [];
  let within = false;
  await readWholeXml(workbook.read(path), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode ?? '');
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) {
        const id = Number(numFmtId ?? 0);
        styles.push(own.get(id) ?? BUILT_IN[id]);
      }
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
}

const GENERAL = /^general$/i;
/** Days between the two systems of dates. */
const DAYS_1904 = 1_462;
/** The last day that Excel has. */
const MAX_SERIAL = 2_958_465;

/** Whether a format shows a day. */
function showsDay(pattern: string): boolean {
  const { type } = getFormatInfo(pattern);
  return type === 'date' || type === 'datetime';
}

/** Writes the numbers of one workbook. A pattern is looked at once. */
export class NumberTexts {
  readonly #is1904: boolean;
  readonly #days = new Map<string, boolean>();

  constructor(is1904: boolean) {
    this.#is1904 = is1904;
  }

  /**
   * A number as its cell shows it, with leading zeros. A day is written as YYYY-MM-DD however it is shown, because a
   * shown year may have two digits. Thousands are not separated: a number in a staff file is a code.
   */
  text(value: string, pattern: string | undefined): string {
    const number = Number(value);
    if (value.trim() === '' || !Number.isFinite(number)) return value;
    if (pattern === undefined || GENERAL.test(pattern)) return plain(number);
    try {
      if (this.#isDay(pattern) && number >= 0) return this.#day(number, pattern);
      return format(pattern.replaceAll(',', ''), number).trim();
    } catch {
      return plain(number);
    }
  }

  #isDay(pattern: string): boolean {
    let isDay = this.#days.get(pattern);
    if (isDay === undefined) {
      isDay = showsDay(pattern);
      this.#days.set(pattern, isDay);
    }
    return isDay;
  }

  #day(value: number, pattern: string): string {
    const serial = value + (this.#is1904 ? DAYS_1904 : 0);
    if (serial > MAX_SERIAL || serial < 1) return format(pattern, value);
    const parts = dateFromSerial(serial);
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
    const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    return hour === 0 && minute === 0 ? date : `${date} ${two(hour)}:${two(minute)}`;
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Without the digits that binary fractions add, and never as 2.07E+11. */
const plain = (number: number): string =>
  Number.isInteger(number) && Math.abs(number) < 1e21
    ? number.toLocaleString('en-US', { useGrouping: false })
    : String(Number(number.toPrecision(15)));
