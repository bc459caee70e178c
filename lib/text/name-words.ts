import { nameKey, withoutSuffix } from './name-key.ts';

/**
 * The words of a text in a search box, each folded as names are (SRCH-2). In a folded text that has them all, in whatever
 * order, the search is found.
 */
export const nameWords = (text: string): string[] =>
  withoutSuffix(text)
    .split(/[\s,]+/)
    .filter(Boolean)
    .slice(0, MAX_WORDS)
    .map(nameKey);

/** Further words do not narrow a search by name. */
const MAX_WORDS = 10;
