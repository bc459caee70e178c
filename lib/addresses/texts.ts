import type { MergedAddress } from '../../db/schema/notice.ts';
import type { twoPlaces } from '../address/two-places.ts';
import type { Why } from '../change/change.ts';

const RULE = 'ADR-3';

/** Why a merge of addresses makes a change: read in the person's history. */
export const ADDRESS_WHY = {
  merged: (actor: string, { dropped, kept }: MergedAddress): Why => ({
    rule: RULE,
    reason: `${actor} merged the address “${dropped}” into “${kept}”.`,
  }),
  mergeUndone: (actor: string, { dropped, kept }: MergedAddress): Why => ({
    rule: RULE,
    reason: `${actor} undid the merge of the address “${dropped}” into “${kept}”.`,
  }),
} as const;

/** What an admin reads when a decision on addresses is refused. Addresses are given as street lines. */
export const ADDRESS_TEXTS = {
  noSuchAddress: () => 'There is no such address in this district.',
  noSuchPair: () => 'There is no such pair.',
  noSuchDecision: () => 'There is no such decision in this district.',
  oneIsUnknown: () => 'One of these addresses is not in this district. Search them again.',
  oneAddress: () => 'This is one address. Choose two different ones.',
  twoPlaces: (kept: string, dropped: string, differs: NonNullable<ReturnType<typeof twoPlaces>>) =>
    `“${kept}” and “${dropped}” have different ${differs}, so they can’t be merged. If a person lives at the wrong address, change the household instead.`,
  wasMerged: () => 'This address was merged into another one.',
  mergedAlready: (address: string) =>
    `“${address}” was merged into another address already. Look at the list again.`,
  mergedSince: (address: string) =>
    `“${address}” was merged into another address since. Undo that merge first.`,
  decidedAlready: () => 'This was decided already. Reload the list.',
  decidedToDiffer: () => 'These were decided to be two addresses. Undo that decision first.',
  undoneAlready: () => 'This decision was taken back already. Look at the list again.',
  campusChanges: () => 'People at these addresses are being changed right now. Nothing was saved: try again.',
} as const;
