/** Set phrases of one or more words ("RURAL ROUTE"), found by their first word; of several that fit the longest wins. */
export type Phrases<Meaning> = ReadonlyMap<string, readonly Phrase<Meaning>[]>;

export interface Phrase<Meaning> {
  words: readonly string[];
  meaning: Meaning;
}

export function phrases<Meaning>(
  spellings: Iterable<readonly [spelling: string, meaning: Meaning]>,
): Phrases<Meaning> {
  const table = new Map<string, Phrase<Meaning>[]>();
  for (const [spelling, meaning] of spellings) {
    const words = spelling.split(' ');
    const first = words[0] ?? '';
    const known = table.get(first);
    if (known) known.push({ words, meaning });
    else table.set(first, [{ words, meaning }]);
  }
  for (const known of table.values()) known.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The longest phrase that begins at `at` and ends at or before `end`. */
export function phraseAt<Meaning>(
  table: Phrases<Meaning>,
  word: readonly string[],
  at: number,
  end: number,
): Phrase<Meaning> | undefined {
  const known = table.get(word[at] ?? '');
  if (!known) return undefined;
  for (const phrase of known) if (fits(phrase.words, word, at, end)) return phrase;
  return undefined;
}

function fits(words: readonly string[], word: readonly string[], at: number, end: number): boolean {
  if (at + words.length > end) return false;
  for (let k = 1; k < words.length; k++) if (words[k] !== word[at + k]) return false;
  return true;
}
