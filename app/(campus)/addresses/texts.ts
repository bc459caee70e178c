import { count, counted } from '../../../components/numbers.ts';
import type { NearPair } from '../../../lib/addresses/schema.ts';

/** The texts of the Addresses page that depend on data. */
export const TEXTS = {
  /** @param more whether there are addresses that were not checked yet */
  checked: (pairs: number, addresses: number, more: boolean): string =>
    `${counted(pairs, 'pair', 'pairs')} in ${counted(addresses, 'address', 'addresses')}${more ? ' checked so far' : ''}.`,

  similarity: ({ why, score }: Pick<NearPair, 'why' | 'score'>): string =>
    score === null
      ? 'Campus sees no similarity.'
      : `${count(Math.round(score * 100))} % similar: ${why.join('; ')}.`,

  /** @param people at the address that is merged, HR-managed, at least one */
  hrIsWarned: (people: number): string =>
    people === 1
      ? 'HR manages 1 person at this address. HR’s next call or commit for this person answers with a warning that names both addresses.'
      : `HR manages ${count(people)} people at this address. HR’s next call or commit for each of them answers with a warning that names both addresses.`,

  moved: (households: number): string => `${counted(households, 'household', 'households')} moved.`,
  restored: (locations: number): string => `${counted(locations, 'location', 'locations')} restored.`,
};
