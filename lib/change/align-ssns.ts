import { isCurrentIndex } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { openedSsn, type SealedSsn, ssnIndexes } from '../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../record/ssn-place.ts';
import type { JournalChange } from './journal-format.ts';

/** A person's SSN as it is now. */
export interface OwnSsn {
  id: string;
  ssn: SealedSsn | null;
}

/**
 * Gives the SSNs of journal entries the index of the current key, in place, so that they can be compared with people's.
 * What a change wrote can't be opened, because it was sealed in transit; but an SSN that equals none of those that can be
 * opened, of the people now and before each change, is another one anyway.
 */
export function alignSsns(
  keys: CryptoKeys,
  districtId: string,
  changes: readonly JournalChange[],
  people: readonly OwnSsn[],
): void {
  const journaled = changes.flatMap((change) => (change.table === 'person' ? [change] : []));
  const old = journaled
    .flatMap(({ before, after }) => [before?.ssn, after?.ssn])
    .filter((ssn) => ssn !== null && ssn !== undefined)
    .filter((ssn) => !isCurrentIndex(keys, ssn.index));
  if (old.length === 0) return;
  const readable = [...people, ...journaled.map(({ id, before }) => ({ id, ssn: before?.ssn ?? null }))];
  const currentOf = new Map<string, Buffer>();
  for (const { id, ssn } of readable) {
    const digits = ssn && openedSsn(keys, ssnOfPerson(districtId, id), ssn.cipher);
    if (!digits) continue;
    const [current, ...others] = ssnIndexes(keys, districtId, digits);
    for (const other of others) currentOf.set(other.toString('hex'), current as Buffer);
  }
  for (const ssn of old) ssn.index = currentOf.get(ssn.index.toString('hex')) ?? ssn.index;
}
