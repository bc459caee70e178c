import { nicknamesOf } from './nicknames.ts';

/** What people are compared by (CMB-2). Names folded by nameKey, phones as ten digits, e-mails in lower case. */
export interface Fingerprint {
  /** All names ever borne, the current one first. */
  names: { last: string; first: string }[];
  birthDate: string | null;
  /** Blind index in hex: equality is all that can be asked. */
  ssn: string | null;
  emails: string[];
  phones: string[];
}

export interface Likeness {
  /** 0 to 1. */
  score: number;
  /** In words, without a value of theirs. */
  reasons: string[];
}

/**
 * From here on two people are listed as likely the same. Whose birth dates differ, other than by a swap of day and month,
 * can't reach it without the same SSN: find-likely.ts does not even read them.
 */
export const LIKELY = 0.7;

/**
 * How likely two people are the same. What agrees adds up; a birth date or an SSN that both have and that differs
 * takes away: a father and his son share name and address.
 */
export function likeness(a: Fingerprint, b: Fingerprint): Likeness {
  const found = [
    nameLikeness(a, b),
    birthLikeness(a, b),
    ssnLikeness(a, b),
    emailLikeness(a, b),
    phoneLikeness(a, b),
  ];
  const sum = found.reduce((total, part) => total + (part?.weight ?? 0), 0);
  return {
    score: Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100,
    reasons: found.flatMap((part) => part?.reason ?? []),
  };
}

interface Part {
  weight: number;
  reason?: string;
}

function nameLikeness(a: Fingerprint, b: Fingerprint): Part | undefined {
  const [mine] = a.names;
  const [theirs, ...earlier] = b.names;
  if (!mine || !theirs) return undefined;
  if (mine.last === theirs.last && mine.first === theirs.first) return { weight: 0.45, reason: 'same name' };
  if (mine.last === theirs.last && nicknamesOf(mine.first).has(theirs.first))
    return { weight: 0.4, reason: 'same last name, and first names that are used for one another' };
  if (mine.last === theirs.first && mine.first === theirs.last)
    return { weight: 0.4, reason: 'same name with first and last name swapped' };
  if (earlier.some(({ last, first }) => last === mine.last && nicknamesOf(mine.first).has(first)))
    return { weight: 0.4, reason: 'same as an earlier name' };
  if (nicknamesOf(mine.first).has(theirs.first)) return { weight: 0.2, reason: 'same first name' };
  if (mine.last === theirs.last) return { weight: 0.1, reason: 'same last name' };
  return { weight: -0.1 };
}

function birthLikeness(a: Fingerprint, b: Fingerprint): Part | undefined {
  if (!a.birthDate || !b.birthDate) return undefined;
  if (a.birthDate === b.birthDate) return { weight: 0.35, reason: 'same birth date' };
  if (dayAndMonthSwapped(a.birthDate) === b.birthDate)
    return { weight: 0.2, reason: 'same birth date with day and month swapped' };
  return { weight: -0.3 };
}

/** A date, `YYYY-MM-DD`, with day and month swapped; null where that is none. */
export function dayAndMonthSwapped(date: string): string | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : null;
}

function ssnLikeness(a: Fingerprint, b: Fingerprint): Part | undefined {
  if (!a.ssn || !b.ssn) return undefined;
  return a.ssn === b.ssn ? { weight: 0.85, reason: 'same SSN' } : { weight: -0.4 };
}

const shared = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));

const emailLikeness = (a: Fingerprint, b: Fingerprint): Part | undefined =>
  shared(a.emails, b.emails) ? { weight: 0.3, reason: 'same e-mail address' } : undefined;

const phoneLikeness = (a: Fingerprint, b: Fingerprint): Part | undefined =>
  shared(a.phones, b.phones) ? { weight: 0.15, reason: 'same phone number' } : undefined;
