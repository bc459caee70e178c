import type { AddressComponents } from './components.ts';
import { compassPoint } from './directional.ts';
import { findHighway } from './highway.ts';
import { cityKey, stateKey, zipKey } from './last-line.ts';
import { suffixOf } from './suffix.ts';
import { CARDINAL_WORDS, ORDINAL_WORDS, SPANISH_PREFIX_TABLE, TENS } from './tables/streets.ts';
import { fold, tokenize } from './tokens.ts';
import { unitKey } from './unit-parts.ts';

/** Raised whenever the key of any address may change; `campus addresses rekey` then rewrites the stored ones. */
export const MATCH_KEY_VERSION = 1;

/**
 * Two addresses are the same place when their keys are equal (ADR-3): box or street line, unit, city, state, zip's first
 * five. Everything else takes no part. A function of its own, not of the parser's way of splitting: number and street
 * parts are joined before they are compared.
 */
export function matchKey(c: AddressComponents): string {
  const place = c.postOfficeBox ? `BOX ${numberKey(c.number)}` : streetLineKey(c);
  const parts = [place, unitKey(c.apt), cityKey(c.city), stateKey(c.state), zipKey(c.zip)];
  return `${MATCH_KEY_VERSION}|${parts.join('|')}`;
}

function streetLineKey(c: AddressComponents): string {
  const name = streetKey(c.street, c.tag);
  return [numberKey(c.number), pointKey(c.prefix), name, tagKey(c.tag), pointKey(c.direction)]
    .filter((part) => part !== '')
    .join(' ');
}

const CARDINALS = new Map(CARDINAL_WORDS.map((word, index) => [word, String(index + 1)]));

/** "838 A" is 838A, "112 - 10" is 112-10, "One" is 1, "N170 W20015" is one number. */
function numberKey(number: string | null): string {
  const words = number === null ? [] : tokenize(number).word.filter((word) => word !== '#');
  const text = words.map((word) => CARDINALS.get(word) ?? word).join(' ');
  return text
    .replace(/ ?- ?/g, '-')
    .replace(/(\d) ([A-Z])$/, '$1$2')
    .replace(/^([NSEW]\d+) ([NSEW]\d+)$/, '$1$2');
}

function pointKey(point: string | null): string {
  return point === null ? '' : (compassPoint(fold(point)) ?? fold(point));
}

function tagKey(tag: string | null): string {
  return tag === null
    ? ''
    : tokenize(tag)
        .word.map((word) => suffixOf(word)?.standard ?? word)
        .join(' ');
}

const ORDINALS = new Map<string, string>();
for (const [index, word] of ORDINAL_WORDS.entries()) ORDINALS.set(word, ordinal(index + 1));
const TENS_VALUE = new Map<string, number>();
TENS.forEach(([cardinal, whole], index) => {
  TENS_VALUE.set(cardinal, (index + 2) * 10);
  ORDINALS.set(whole, ordinal((index + 2) * 10));
});

function ordinal(value: number): string {
  const last = value % 10;
  const teen = value % 100 > 10 && value % 100 < 14;
  return `${value}${teen || last === 0 || last > 3 ? 'TH' : ['ST', 'ND', 'RD'][last - 1]}`;
}

const NAME_WORDS = new Map([
  ...SPANISH_PREFIX_TABLE.map(([word, abbreviation]) => [word, abbreviation] as const),
  ['SAINT', 'ST'],
  ['SAINTE', 'STE'],
  ['DOCTOR', 'DR'],
]);

function streetKey(street: string | null, tag: string | null): string {
  if (street === null) return '';
  const words = tokenize(street.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')).word;
  const highway = findHighway(words, 0, words.length);
  if (highway) {
    const standard =
      highway.standard === 'SR' ? (/\d/.test(highway.id) ? 'STATE RD' : 'STATE RTE') : highway.standard;
    const before = words.slice(0, highway.start).map(nameWord);
    const behind = words.slice(highway.idEnd).map(nameWord);
    return [...before, standard, highway.id, ...behind].join(' ');
  }
  if (words.length === 1) return soleWord(words[0] ?? '', tag);
  return joinOrdinals(words).map(nameWord).join(' ');
}

/** A name of one word keeps a compass point as written: E St is not East St. "36 Ct" is 36th Ct. */
function soleWord(word: string, tag: string | null): string {
  if (tag !== null && /^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.replace(/\D+$/, '');
  const number = ORDINALS.get(word);
  if (number) return tag === null ? number : number.replace(/\D+$/, '');
  return compassPoint(word) ? word : nameWord(word);
}

function joinOrdinals(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const tens = TENS_VALUE.get(words[at] ?? '');
    const unit = tens === undefined ? undefined : ORDINALS.get(words[at + 1] ?? '');
    if (tens !== undefined && unit !== undefined && unit.length === 3) {
      joined.push(ordinal(tens + Number.parseInt(unit, 10)));
      at++;
    } else joined.push(words[at] ?? '');
  }
  return joined;
}

/** Standard abbreviation of a word within a name; a plural keeps its S, for Parks Rd is not Park Rd. */
function nameWord(word: string): string {
  const known = NAME_WORDS.get(word) ?? ORDINALS.get(word) ?? compassPoint(word);
  if (known) return known;
  const suffix = suffixOf(word);
  if (!suffix || (word.endsWith('S') && !suffix.standard.endsWith('S'))) return word;
  return suffix.standard;
}
