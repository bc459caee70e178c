import { isReserved } from './fields.ts';

/** Why a staff number is no number of a person (CHK-2). */
export type NoNumber = 'word' | 'zeros' | 'repeated' | 'counted' | 'signs' | 'unusable';

/** Placeholder words, for a number to come or for none. Compared without signs and case. */
const WORDS = new Set(
  `PENDING PEND PENDINGHR TBD TBA TBC NEW NEWHIRE NEWSTAFF NEWEMPLOYEE NEWEMP HIRE NA NONE NULL NIL NO NONUMBER NOID NOTASSIGNED
  NOTAVAILABLE NOTYET NOTKNOWN UNASSIGNED UNKNOWN UNKN UNK UNDEFINED BLANK EMPTY MISSING TEMP TEMPORARY TEMPID TEST TESTING
  DUMMY FAKE PLACEHOLDER HOLD ONHOLD WAIT WAITING AWAITING SOON LATER ASK ASKHR CHECK SEEHR FROMHR HRPENDING VACANT VACANCY OPEN
  DELETE DELETED DUPLICATE DUP ERROR INVALID VOID REF VALUE NAN STAFF STAFFNUMBER EMPLOYEE NUMBER ID`.split(
    /\s+/,
  ),
);

/** Digits after a word, such as NEW2 or TBD-01. Longer ones may be a number of its own kind: TEMP0042. */
const COUNTER = /\d{1,2}$/;

/**
 * Whether a stored staff number is no number: a person with it matches nobody of HR's, or the wrong one. By kind: a word
 * such as PENDING or N/A, zeros, one character repeated (X, 99999), counted digits (123456), signs only, and what HR can't
 * send at all (STAFF-1). A blank one is missing, which is another list (CHK-1).
 * @returns the kind; null for a number
 */
export function noNumber(stored: string): NoNumber | null {
  const number = stored.trim().toUpperCase();
  if (number === '') return null;
  const bare = number.replace(/[^\p{L}\p{N}]/gu, '');
  if (bare === '') return 'signs';
  if (/^0+$/.test(bare)) return 'zeros';
  if (WORDS.has(bare) || WORDS.has(bare.replace(COUNTER, ''))) return 'word';
  if (/^(\p{L})\1*$/u.test(bare) || /^9{5,}$/.test(bare)) return 'repeated';
  if (isCounted(bare)) return 'counted';
  return /^[A-Z0-9._-]{1,15}$/.test(number) && !isReserved(number) ? null : 'unusable';
}

/** 123456, 1234567890: six and more digits as they are counted, from 0 or 1. */
const isCounted = (digits: string): boolean =>
  digits.length >= 6 && ('01234567890'.startsWith(digits) || '1234567890'.startsWith(digits));
