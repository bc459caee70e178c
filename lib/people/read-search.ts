import { isCalendarDate } from '../text/calendar.ts';
import { asRead } from '../text/legible.ts';
import { nameKey, withoutSuffix } from '../text/name-key.ts';

/** The possible meanings of a text in the search box. Keys are written as the database compares them. */
export interface Meant {
  /** How a staff number begins, trimmed and without case. */
  staffNumber?: string;
  /** How names begin. In a text of several words the first name may come before or after the last. */
  names: { last?: string; first?: string }[];
  /** How an e-mail begins. */
  email?: string;
  birthDate?: string;
  /** Nine digits. */
  ssn?: string;
}

const SSN = /^(\d{3})-?(\d{2})-?(\d{4})$/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** Nine digits may be an SSN: such a text must not be in a URL or a log. */
export const looksLikeSsn = (text: string): boolean => SSN.test(text.trim());

/** Null for a text without search terms. */
export function readSearch(text: string): Meant | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (trimmed.includes('@')) return { names: [], email: trimmed.toLowerCase() };
  const birthDate = dateOf(trimmed);
  if (birthDate) return { names: [], birthDate };
  const staffNumber = /\s/.test(trimmed) ? undefined : trimmed.toLowerCase();
  const ssn = SSN.exec(trimmed)?.slice(1).join('');
  return { names: namesOf(withoutSuffix(trimmed)), staffNumber, ssn };
}

function dateOf(text: string): string | undefined {
  const [, month, day, year] = US_DATE.exec(text) ?? [];
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return isCalendarDate(date) ? date : undefined;
}

function namesOf(text: string): Meant['names'] {
  const comma = text.indexOf(',');
  if (comma >= 0) {
    const [last, first] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
    return [{ ...(last && { last: nameKey(last) }), ...(first && { first: nameKey(first) }) }];
  }
  const words = asRead(text).split(' ');
  const splits = words.slice(1).flatMap((_, i) => {
    const [before, after] = [nameKey(words.slice(0, i + 1).join(' ')), nameKey(words.slice(i + 1).join(' '))];
    return [
      { first: before, last: after },
      { first: after, last: before },
    ];
  });
  return [{ last: nameKey(text) }, { first: nameKey(text) }, ...splits];
}
