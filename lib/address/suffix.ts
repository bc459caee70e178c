import { slips, transpositions } from './slips.ts';
import {
  LAST_WORD_SUFFIXES,
  MISSPELLED_EXCEPTIONS,
  MISSPELLED_LONG,
  MISSPELLED_SHORT,
  OTHER_SUFFIX_TABLE,
  PLAIN_SUFFIXES,
  SUFFIX_TABLE,
} from './tables/suffixes.ts';

export interface Suffix {
  /** Publication 28 abbreviation, as compared. */
  standard: string;
  /** As stored and shown; null: as HR spelled it, for Publication 28 doesn't know the spelling. */
  tag: string | null;
  /** So common that it ends a street name even in mid-line. */
  plain: boolean;
}

const PLAIN = new Set(PLAIN_SUFFIXES);
const SUFFIXES = new Map<string, Suffix>();
for (const [primary, standard, others] of SUFFIX_TABLE) {
  const plain = PLAIN.has(standard);
  const suffix = { standard, tag: titleCase(plain ? standard : primary), plain };
  for (const spelling of [primary, standard, ...others.split(' ')]) {
    if (spelling !== '' && !SUFFIXES.has(spelling)) SUFFIXES.set(spelling, suffix);
  }
}
for (const [standard, spellings] of OTHER_SUFFIX_TABLE) {
  const suffix = { standard, tag: null, plain: PLAIN.has(standard) };
  for (const spelling of spellings.split(' ')) SUFFIXES.set(spelling, suffix);
}

const LAST_WORDS = new Map(
  LAST_WORD_SUFFIXES.map(([standard, spelling]) => [
    spelling,
    { standard, tag: null, plain: PLAIN.has(standard) },
  ]),
);
addMisspelled([
  ...MISSPELLED_LONG.map((word) => [word, slips(word)] as const),
  ...MISSPELLED_SHORT.map((word) => [word, transpositions(word)] as const),
]);

/** A misspelled suffix is stored as HR spelled it, and compared as what was meant. A slip that fits two suffixes is none. */
function addMisspelled(words: readonly (readonly [word: string, spellings: readonly string[]])[]): void {
  const meant = new Map<string, string | null>();
  for (const [word, spellings] of words) {
    const standard = SUFFIXES.get(word)?.standard ?? word;
    for (const spelling of spellings) {
      const other = meant.get(spelling);
      meant.set(spelling, other === undefined || other === standard ? standard : null);
    }
  }
  for (const word of MISSPELLED_EXCEPTIONS) meant.delete(word);
  for (const [spelling, standard] of meant) {
    if (standard !== null && !SUFFIXES.has(spelling))
      SUFFIXES.set(spelling, { standard, tag: null, plain: PLAIN.has(standard) });
  }
}

/** Street suffix of a folded word (section 234, appendix C1). */
export function suffixOf(word: string | undefined): Suffix | undefined {
  return word === undefined ? undefined : SUFFIXES.get(word);
}

/** The same of the last word of a street's name. */
export function lastSuffixOf(word: string | undefined): Suffix | undefined {
  return suffixOf(word) ?? (word === undefined ? undefined : LAST_WORDS.get(word));
}

export function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
