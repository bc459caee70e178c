import { asRead, legible } from '../../text/legible.ts';
import { DATE_READERS } from './date-readers.ts';
import { withoutTime } from './dates.ts';
import { DATE_FORMATS } from './meaning.ts';

/** A value of a column that may mean that there is none. Whether it does, is asked once. */
export interface FoundPlaceholder {
  /** As the file first has it. */
  text: string;
  count: number;
}

/** What programs and people write where they have no value. A person may be called one of these. */
const WORDS = new Set(
  `null,none,nil,n/a,na,n.a.,n.a,#n/a,#null!,#ref!,#value!,#name?,#div/0!,\\n,nan,undefined,unknown,unk,unkn,tbd,tba,tbc,not provided,
  not applicable,not available,not on file,not given,no data,no value,no email,no phone,no ssn,no middle name,blank,empty,missing,
  nmn,nmi,xxx,xxxx`
    .split(',')
    .map((word) => word.trim()),
);
/** `-`, `--`, `.`, `?`, `*`, `/`, also in brackets or quotation marks. */
const SIGNS = /^[-.?*/_~# ]*$/;
/** A number of a person that consists of zeros or nines alone. */
const NUMBERED = /(^ssn|phone|zip)$/i;
const CODE = /(gender|Code|schoolNumber)$/;
const MAYBE_CODE = /^(unk|unknown|na|x+)$/;

/** Days for *never* and *not known*: the zero of databases and spreadsheets, and years that no date of a job has. */
const NO_DAY = /^(1900-01-0[01]|1899-12-3[01]|0001-01-01|1753-01-01|(?:2099|2[1-9]\d\d|[3-9]\d{3})-)/;
/** 9999-12-31 by a spreadsheet's count. */
const LAST_SERIAL = '2958465';

/** How values are compared with placeholders: without regard to case and surrounding blanks. */
export const placeholderKey = (cell: string): string => legible(cell).toLowerCase();

/**
 * The values of a column that may mean that there is none: placeholders such as NULL, N/A and -, of a date also days such as
 * 12/31/9999 and 00/00/0000. The most frequent first. Pure.
 * @param values the column's, each with how often it is there
 * @param property of the column; a word such as *unknown* may be one of the district's codes, and is no placeholder there
 */
export function findPlaceholders(
  values: ReadonlyMap<string, number>,
  isDate: boolean,
  property: string,
): FoundPlaceholder[] {
  const found = new Map<string, FoundPlaceholder>();
  for (const [cell, count] of values) {
    const key = placeholderKey(cell);
    const text = legible(cell);
    const known = found.get(key);
    if (known) known.count += count;
    else if (text !== '' && ((isDate && isNoDay(withoutTime(text))) || isPlaceholder(text, property)))
      found.set(key, { text, count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function isPlaceholder(text: string, property: string): boolean {
  const word = asRead(text)
    .toLowerCase()
    .replace(/^[[({<"'](.+)[\])}>"']$/, '$1')
    .trim();
  if (SIGNS.test(word)) return true;
  if (WORDS.has(word)) return !(CODE.test(property) && MAYBE_CODE.test(word));
  const digits = text.replace(/\D/g, '');
  return NUMBERED.test(property) && /^(0{5,}|9{5,})$/.test(digits);
}

function isNoDay(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (/^[\d\s/.-]+$/.test(text) && /^(0+|9{6,})$/.test(digits)) return true;
  if (text === LAST_SERIAL) return true;
  // A far year is one in whichever format the column turns out to be written.
  return DATE_FORMATS.some((format) => NO_DAY.test(DATE_READERS[format](text) ?? ''));
}
