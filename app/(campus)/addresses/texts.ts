import type { NearPair } from '../../../lib/addresses/schema.ts';
import { count, counted } from '../../../lib/text/numbers.ts';

/** The sentences of the Addresses page. */
export const TEXTS = {
  lead: (): string =>
    'The same home spelled two ways counts as two addresses. Merge them, or mark them as not the same.',

  compare: (): string => 'Search one address, then the other. They need not be similar.',
  noMatches: (): string => 'No matches. Start with the house number, or with PO Box and its number.',
  exactMatch: (): string => 'Exact match.',

  noPairs: (): string => 'Campus found no two similar addresses. Decided pairs are listed under Decisions.',
  noHousehold: (): string => 'No household lives or lived here.',
  notTheSame: (): string =>
    'These addresses were marked as not the same. To merge them, undo that under Decisions.',
  notSuggestedAgain: (): string => 'This pair will not be suggested again.',
  willBeMerged: (): string => 'When HR sends the old spelling, Campus uses the kept address.',
  undoable: (): string => 'You can undo this under Decisions.',

  noDecisions: (): string => 'No decisions yet.',
  /** @param names of the people, last name first */
  notRestored: (names: readonly string[]): string =>
    `The address of these people was edited after the merge, so it is kept: ${names.join('; ')}.`,

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
