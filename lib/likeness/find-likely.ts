import type { Transaction } from '../../db/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import type { Warning } from '../failure.ts';
import { candidatesOf } from './candidates.ts';
import { type Fingerprint, likeness } from './likeness.ts';
import { loadFingerprints } from './load-fingerprints.ts';
import { LIKELY } from './scale.ts';
import { type KeptAddresses, keepAddresses, withKeptAddresses } from './with-kept-addresses.ts';

/** Someone in Campus who is likely the person HR is about to create. No more of them than a vendor may see. */
export interface LikelyPerson {
  id: string;
  /** Null for a student, a guardian, or a staff member without a number. */
  staffNumber: string | null;
  score: number;
  reasons: string[];
}

/** At most this many are named for one new person, the likeliest first. */
const NAMED = 5;

/**
 * For each of a batch of people, who in Campus is likely the same (CMB-2): a student's parent who was hired, or a rehire
 * under a new number. A handful of reads for one person or a thousand, each by index.
 *
 * @param known.self the person who is asked for, if Campus has them already
 * @param known.addresses those of all keys in `asked`, where the caller has looked them up already
 */
export async function findLikely(
  keys: CryptoKeys,
  tx: Transaction,
  asked: readonly Fingerprint[],
  { self, addresses }: { self?: string; addresses?: KeptAddresses } = {},
): Promise<LikelyPerson[][]> {
  const wanted = addresses ? keepAddresses(asked, addresses) : await withKeptAddresses(tx, asked);
  const candidates = await candidatesOf(tx, wanted);
  const people = await loadFingerprints(keys, tx, [
    ...new Set([...candidates.values()].flatMap((ids) => [...ids])),
  ]);
  return wanted.map((fingerprint, i) =>
    [...(candidates.get(i) ?? [])]
      .flatMap((id) => {
        const person = people.get(id);
        if (!person || id === self) return [];
        const { score, reasons } = likeness(fingerprint, person.fingerprint);
        return score >= LIKELY ? [{ id, staffNumber: person.staffNumber, score, reasons }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, NAMED),
  );
}

/** The warning of CMB-2; undefined when nobody is likely. */
export function likelyWarning(likely: readonly LikelyPerson[]): Warning | undefined {
  const [first] = likely;
  if (!first) return undefined;
  const who =
    first.staffNumber === null ? 'a person without a staff number' : `staff number ${first.staffNumber}`;
  const more = likely.length > 1 ? ` and ${likely.length - 1} more` : '';
  return {
    code: 'likelyDuplicate',
    message:
      `Campus likely has this person already: ${who} (${first.reasons.join(', ')})${more}. ` +
      'An admin compares them and joins them with Combine Person.',
    candidates: [...likely],
  };
}
