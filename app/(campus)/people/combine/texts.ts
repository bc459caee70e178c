import type { Combination } from '../../../../lib/people/combine/schema.ts';

/** The sentences of the page that combines two people. */
export const COMBINE_TEXTS = {
  lead: (): string =>
    'A student or parent who was hired may be in Campus twice. Combine the two records into one person.',
  base: (): string => 'Kept: the new staff member, as HR sent them.',
  other: (): string => 'Removed: the student or parent. All their records move to the base.',
  choose: (): string => 'Choose two people to preview the combination.',

  noMatches: (): string => 'No matches in Campus.',
  moreMatch: (): string => 'More people match. Type more of the name, or a number.',

  undoable: (): string =>
    'You can undo this as long as nobody has edited the combined person in Campus or in HR.',
  willBeUndone: ({ otherName, base }: Pick<Combination, 'otherName' | 'base'>): string =>
    `${otherName} and ${base.name ?? ''} become two people again, each with what was theirs before.`,
  undone: (): string => 'The combination was undone: there are two people again.',
};
