import { nicknamesOf } from './nicknames.ts';
import { type Evidence, MAX_CONTACT_SCORE, SCALE } from './scale.ts';

/** What people are compared by (CMB-2). Names folded by nameKey, phones by phoneKey, e-mails in lower case. */
export interface Fingerprint {
  /** All names ever borne, the current one first. */
  names: { last: string; first: string }[];
  birthDate: string | null;
  /** Blind index in hex: equality is all that can be asked. */
  ssn: string | null;
  /** The same SSN's indexes with old keys, which a person in Campus may still have. */
  oldSsns?: readonly string[];
  emails: string[];
  phones: string[];
  /** Match keys of addresses in Campus. */
  addresses: string[];
}

export interface Likeness {
  /** 0 to 1. */
  score: number;
  /** In words, without any value of the two people. */
  reasons: string[];
}

/**
 * How likely two people are the same. What agrees adds up; a birth date or an SSN that both have and that differs
 * takes away: a father and his son share name and address.
 */
export function likeness(a: Fingerprint, b: Fingerprint): Likeness {
  const name = nameEvidence(a, b);
  const contact = contactEvidence(a, b, name);
  const own = [name, birthEvidence(a, b), ssnEvidence(a, b)].filter((part) => part !== undefined);
  const score = total(own) + Math.min(MAX_CONTACT_SCORE, total(contact));
  return {
    score: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
    reasons: [...own, ...contact].flatMap(({ reason }) => reason ?? []),
  };
}

const total = (parts: readonly Evidence[]): number => parts.reduce((sum, { score }) => sum + score, 0);

function nameEvidence(a: Fingerprint, b: Fingerprint): Evidence | undefined {
  const [own] = a.names;
  const [other, ...earlier] = b.names;
  if (!own || !other) return undefined;
  const nicknames = nicknamesOf(own.first);
  if (own.last === other.last && own.first === other.first) return SCALE.sameName;
  if (own.last === other.last && nicknames.has(other.first)) return SCALE.nickname;
  if (own.last === other.first && own.first === other.last) return SCALE.swappedName;
  if (earlier.some(({ last, first }) => last === own.last && nicknames.has(first))) return SCALE.earlierName;
  if (nicknames.has(other.first)) return SCALE.sameFirstName;
  return own.last === other.last ? SCALE.sameLastName : SCALE.otherName;
}

function birthEvidence(a: Fingerprint, b: Fingerprint): Evidence | undefined {
  if (!a.birthDate || !b.birthDate) return undefined;
  if (a.birthDate === b.birthDate) return SCALE.sameBirthDate;
  return dayAndMonthSwapped(a.birthDate) === b.birthDate ? SCALE.swappedBirthDate : SCALE.otherBirthDate;
}

/** A date, `YYYY-MM-DD`, with day and month swapped; null where that is none. */
export function dayAndMonthSwapped(date: string): string | null {
  const [year, month, day] = date.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : null;
}

function ssnEvidence(a: Fingerprint, b: Fingerprint): Evidence | undefined {
  if (!a.ssn || !b.ssn) return undefined;
  return a.ssn === b.ssn ? SCALE.sameSsn : SCALE.otherSsn;
}

/** A phone and an address are a family's: they say nothing about two whose first names differ, such as twins. */
function contactEvidence(a: Fingerprint, b: Fingerprint, name: Evidence | undefined): Evidence[] {
  const isFamily = name === SCALE.sameLastName || name === SCALE.otherName;
  return [
    ...(shared(a.emails, b.emails) ? [SCALE.sameEmail] : []),
    ...(!isFamily && shared(a.phones, b.phones) ? [SCALE.samePhone] : []),
    ...(!isFamily && shared(a.addresses, b.addresses) ? [SCALE.sameAddress] : []),
  ];
}

const shared = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));
