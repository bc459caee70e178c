import { blindIndex, blindIndexes, isCurrentIndex } from './blind-index.ts';
import { open, seal } from './envelope.ts';
import type { CryptoKeys } from './keys.ts';

/** An SSN that nobody can read: cipher for the reveal, keyed hash for equality, last four digits for the eye. */
export interface SealedSsn {
  cipher: Buffer;
  index: Buffer;
  last4: string;
}

/** The row an SSN lies in. Every table that holds one calls its columns ssn_cipher, ssn_index and ssn_last4. */
export interface SsnPlace {
  table: 'person' | 'staged_staff';
  districtId: string;
  /** The row's id; of a record on its way in the staffNumberKey it came with. */
  rowId: string;
}

/** Where its cipher lies. */
export const ssnCipherAt = (place: SsnPlace) => ({ ...place, column: 'ssn_cipher' });

/** @param nineDigits without dashes (STAFF-7) */
export function sealSsn(keys: CryptoKeys, place: SsnPlace, nineDigits: string): SealedSsn {
  return {
    cipher: seal(keys, ssnCipherAt(place), nineDigits),
    index: ssnIndex(keys, place.districtId, nineDigits),
    last4: nineDigits.slice(-4),
  };
}

/** What an SSN is stored and compared by, within one district. */
export const ssnIndex = (keys: CryptoKeys, districtId: string, nineDigits: string): Buffer =>
  blindIndex(keys, { districtId, purpose: 'ssn' }, nineDigits);

/** What an SSN is searched by: its index with the current key first, then with the old ones. */
export const ssnIndexes = (keys: CryptoKeys, districtId: string, nineDigits: string): Buffer[] =>
  blindIndexes(keys, { districtId, purpose: 'ssn' }, nineDigits);

/**
 * A stored SSN with its index of the current key, so that two SSNs in memory can be compared while keys are rotated. One
 * that can't be opened stays as it is: it equals nothing.
 */
export function withCurrentIndex(keys: CryptoKeys, place: SsnPlace, ssn: SealedSsn): SealedSsn {
  if (isCurrentIndex(keys, ssn.index)) return ssn;
  const digits = openedSsn(keys, place, ssn.cipher);
  return digits === undefined ? ssn : { ...ssn, index: ssnIndex(keys, place.districtId, digits) };
}

/** The nine digits, or undefined where they can't be read with these keys in this place. */
export function openedSsn(keys: CryptoKeys, place: SsnPlace, cipher: Buffer): string | undefined {
  try {
    return openSsn(keys, place, cipher);
  } catch {
    return undefined;
  }
}

/** The nine digits. Callers audit the reveal. */
export const openSsn = (keys: CryptoKeys, place: SsnPlace, cipher: Buffer): string =>
  open(keys, ssnCipherAt(place), cipher);

/** The same SSN for another row of the same district. */
export function resealSsn(keys: CryptoKeys, ssn: SealedSsn, from: SsnPlace, to: SsnPlace): SealedSsn {
  if (from.districtId !== to.districtId) throw new Error('An SSN stays in its district.');
  return { ...ssn, cipher: seal(keys, ssnCipherAt(to), openSsn(keys, from, ssn.cipher)) };
}
