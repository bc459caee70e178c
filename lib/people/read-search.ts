import { isCalendarDate } from '../text/calendar.ts';
import { nameKey } from '../text/name-key.ts';

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
  return { names: namesOf(nameKey(trimmed)), staffNumber, ssn };
}

function dateOf(text: string): string | undefined {
  const [, month, day, year] = US_DATE.exec(text) ?? [];
  const date = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text;
  return isCalendarDate(date) ? date : undefined;
}

function namesOf(key: string): Meant['names'] {
  const comma = key.indexOf(',');
  if (comma >= 0) {
    const [last, first] = [key.slice(0, comma).trim(), key.slice(comma + 1).trim()];
    return [{ ...(last && { last }), ...(first && { first }) }];
  }
  const words = key.split(/\s+/);
  const splits = words.slice(1).flatMap((_, i) => {
    const [before, behind] = [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')];
    return [
      { first: before, last: behind },
      { first: behind, last: before },
    ];
  });
  return [{ last: key }, { first: key }, ...splits];
}
