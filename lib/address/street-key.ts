import { compassPoint } from './directional.ts';
import { findHighway } from './highway.ts';
import { joinOrdinals, withFigures } from './ordinals.ts';
import { lastSuffixOf, suffixOf } from './suffix.ts';
import { NAME_ABBREVIATIONS } from './tables/names.ts';
import { SPANISH_PREFIX_TABLE } from './tables/spanish.ts';
import { tokenize } from './tokens.ts';

const ABBREVIATIONS = new Map([...SPANISH_PREFIX_TABLE, ...NAME_ABBREVIATIONS]);
const LETTER_HYPHEN = /(?<=\p{L})-(?=\p{L})/gu;

/**
 * Name and suffix of a street as compared, whichever of the two the suffix was written in. Case, punctuation, hyphens
 * between words and standard abbreviations take no part.
 */
export function streetKey(street: string | null, tag: string | null): string {
  if (street === null && tag === null) return '';
  const given = `${street ?? ''} ${tag ?? ''}`;
  const tokens = tokenize(given.includes('-') ? given.replace(LETTER_HYPHEN, ' ') : given);
  joinOrdinals(tokens, 0);
  const words = tokens.word.map((word) => (word === '&' ? 'AND' : word));
  return highwayKey(words) ?? nameKey(withFigures(words)).join(' ');
}

/**
 * Appendix F: "US 41", "U.S. Highway 41". A state numbers its roads once, so SR, State Road and State Route with one number
 * are one road.
 */
function highwayKey(words: readonly string[]): string | null {
  const found = findHighway(words, 0, words.length);
  if (!found) return null;
  const standard = found.standard.replace(/\b(?:SR|STATE RD)$/, 'STATE RTE');
  const before = words.slice(0, found.start).map(nameWord);
  const after = words.slice(found.idEnd).map(nameWord);
  // "B-2" and "5-A" are B2 and 5A.
  const id = found.id.replace(/(?<=[A-Z])-(?=\d)|(?<=\d)-(?=[A-Z])/g, '');
  return [...before, standard, id, ...after].join(' ');
}

function nameKey(words: readonly string[]): string[] {
  const suffix = words.length > 1 ? lastSuffixOf(words.at(-1)) : undefined;
  const name = suffix ? words.slice(0, -1) : words;
  return [
    ...(name.length === 1 ? [soleWord(name[0] ?? '', suffix !== undefined)] : name.map(nameWord)),
    ...(suffix ? [suffix.standard] : []),
  ];
}

/** A name of one word keeps a compass point as written: E St is not East St. "36 Ct" is 36th Ct. */
function soleWord(word: string, hasSuffix: boolean): string {
  if (hasSuffix && /^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.slice(0, -2);
  return compassPoint(word) ? word : nameWord(word);
}

/** Standard abbreviation of a word within a name; a plural keeps its S, for Parks Rd is not Park Rd. */
function nameWord(word: string): string {
  const known = ABBREVIATIONS.get(word) ?? compassPoint(word);
  if (known) return known;
  const suffix = suffixOf(word);
  const isPlural = word.endsWith('S') && word !== 'BYPASS' && suffix?.standard.endsWith('S') === false;
  return !suffix || isPlural ? word : suffix.standard;
}
