import { keysOf, type SelectedRow } from '../../db/columns-of.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { type SealedSsn, withCurrentIndex } from '../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../record/ssn-place.ts';
import { COLUMNS } from './columns.ts';

/** A person's own row as the database has it. */
export type StoredPersonRow = Omit<SelectedRow<typeof COLUMNS.person>, 'id'>;
type SsnColumn = 'ssnCipher' | 'ssnIndex' | 'ssnLast4';

/** A person's own row as plans have it: the three columns of an SSN are one value. */
export interface PersonRow extends Omit<StoredPersonRow, SsnColumn | 'hrManagedAt'> {
  ssn: SealedSsn | null;
  /** ISO time at which HR took the person over, null before. */
  hrManagedAt: string | null;
}

/** The keys of a PersonRow, in the order of the schema. */
export const PERSON_KEYS: readonly (keyof PersonRow)[] = keysOf(COLUMNS.person).flatMap((key) => {
  if (key === 'id' || key === 'ssnIndex' || key === 'ssnLast4') return [];
  return key === 'ssnCipher' ? 'ssn' : key;
});

/** A person without any data. */
export const EMPTY_PERSON = Object.fromEntries(PERSON_KEYS.map((key) => [key, null])) as {
  [key in keyof PersonRow]: null;
};

/** What HR or an admin can say of a person; a name is the identity's. */
export type PersonRowField = Exclude<keyof PersonRow, 'hrManagedAt'>;
export const PERSON_ROW_FIELDS = PERSON_KEYS.filter((key) => key !== 'hrManagedAt');

/** A stored row as plans have it, its SSN with the index of the current key. */
export function fromColumns<R extends StoredPersonRow & { id: string }>(
  keys: CryptoKeys,
  districtId: string,
  stored: R,
) {
  const { ssnCipher: cipher, ssnIndex: index, ssnLast4: last4, hrManagedAt, ...row } = stored;
  return {
    ...row,
    ssn:
      cipher && index && last4
        ? withCurrentIndex(keys, ssnOfPerson(districtId, stored.id), { cipher, index, last4 })
        : null,
    hrManagedAt: hrManagedAt?.toISOString() ?? null,
  };
}

export function toColumns({ ssn, ...row }: PersonRow) {
  return {
    ...row,
    ssnCipher: ssn?.cipher ?? null,
    ssnIndex: ssn?.index ?? null,
    ssnLast4: ssn?.last4 ?? null,
  };
}
