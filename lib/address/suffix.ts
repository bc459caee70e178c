import { OTHER_SUFFIX_TABLE, PLAIN_SUFFIXES, SUFFIX_TABLE } from './tables/suffixes.ts';

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

/** Street suffix of a folded word (section 234, appendix C1). */
export function suffixOf(word: string | undefined): Suffix | undefined {
  return word === undefined ? undefined : SUFFIXES.get(word);
}

export function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
