import { PLAIN_SUFFIXES } from './tables/streets.ts';
import { SUFFIX_TABLE } from './tables/suffixes.ts';

export interface Suffix {
  /** Publication 28 abbreviation, as compared. */
  standard: string;
  /** As stored and shown. */
  tag: string;
  /** So common that it ends a street name even in mid-line. */
  plain: boolean;
}

const PLAIN = new Set(PLAIN_SUFFIXES);
const SUFFIXES = new Map<string, Suffix>();
for (const [primary, standard, others] of SUFFIX_TABLE) {
  const plain = PLAIN.has(standard);
  const suffix = { standard, tag: titleCase(plain ? standard : primary), plain };
  for (const spelling of [primary, standard, ...others.split(' ')]) {
    // MDW is the standard of MEADOW and in use for MEADOWS: a standard abbreviation is first of all itself.
    if (spelling !== '' && (spelling === standard || !SUFFIXES.has(spelling))) SUFFIXES.set(spelling, suffix);
  }
}

/** Street suffix of a folded word (section 234, appendix C1). */
export function suffixOf(word: string | undefined): Suffix | undefined {
  return word === undefined ? undefined : SUFFIXES.get(word);
}

export function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
