export interface Named {
  name: string;
  trail?: readonly string[];
  keywords?: string;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How well a choice answers to a text: 3 its name begins with it, 2 each word begins one of its name, 1 also of its trail
 * and keywords, 0 not at all. A text without words fits everything.
 */
export function matchRank(typed: string, { name, trail = [], keywords = '' }: Named): 0 | 1 | 2 | 3 {
  const text = typed.trim().toLowerCase();
  const words = wordsOf(text);
  if (text === '' || name.toLowerCase().startsWith(text)) return 3;
  const begin = (among: string[]) => words.every((word) => among.some((one) => one.startsWith(word)));
  if (words.length === 0) return 0;
  const inName = wordsOf(name);
  if (begin(inName)) return 2;
  return begin([...inName, ...wordsOf(`${trail.join(' ')} ${keywords}`)]) ? 1 : 0;
}

/** The choices that answer to a text, the best first; equally good ones in their order. */
export const fitting = <T extends Named>(typed: string, choices: readonly T[]): T[] =>
  choices
    .map((choice) => ({ choice, rank: matchRank(typed, choice) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ choice }) => choice);
