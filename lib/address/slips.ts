const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Every text one slip away from a word: two letters in each other's place, one left out, doubled, added or replaced. */
export function slips(word: string): string[] {
  const found = transpositions(word);
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    found.push(...LETTERS.map((letter) => before + letter + after));
    if (at === word.length) continue;
    found.push(before + after.slice(1), ...LETTERS.map((letter) => before + letter + after.slice(1)));
  }
  return found.filter((text) => text !== word);
}

/** Every text with two neighboring letters of a word in each other's place. */
export function transpositions(word: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < word.length; at++)
    found.push(word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  return found.filter((text) => text !== word);
}
