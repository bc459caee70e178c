import { nearest } from '../text/nearest.ts';
import type { AddressLine } from './components.ts';
import { trimmed } from './delivery-line.ts';
import { suffixOf } from './suffix.ts';
import { NAME_ABBREVIATIONS } from './tables/names.ts';
import { STATE_TABLE } from './tables/states.ts';
import { fold, type Tokens } from './tokens.ts';

/** City, state and zip: Publication 28, section 22. */
const CODES = new Map(
  STATE_TABLE.flatMap(
    ([name, code]) =>
      [
        [name.toUpperCase(), code],
        [code, code],
      ] as const,
  ),
);

/** Two-letter code of a state given by name or code; any other text stays as it is, because it must not be lost. */
export function stateCode(state: string | null | undefined): string | null {
  const given = state?.trim();
  if (!given) return null;
  return CODES.get(given.toUpperCase()) ?? CODES.get(plain(given)) ?? given;
}

/** Whether a state is in the list of states, by name or code. */
export function isState(state: string | null | undefined): boolean {
  return CODES.has(plain(state ?? ''));
}

/** The state that a misspelled or shortened name most likely means, with its code: "Minn" is Minnesota (MN). */
export function likelyState(state: string): string | undefined {
  const given = plain(state);
  if (given.length < 3) return undefined;
  const names = STATE_TABLE.map(([name]) => name);
  const longer = names.filter((name) => name.toUpperCase().startsWith(given));
  const name = longer.length === 1 ? longer[0] : nearest(given, names);
  const code = name && CODES.get(name.toUpperCase());
  return code && `${name} (${code})`;
}

/**
 * Number of words of a delivery line that are left without the city, state and zip that are given apart as well ("12 Main St,
 * Blaine MN 55123"). A state alone may be something else (CT is a court too).
 */
export function withoutLastLine({ word, afterComma }: Tokens, line: AddressLine): number {
  const end = word.length;
  if (end < 3) return end;
  const zipAt = zipStart(word, withoutCountry(word), line.zip);
  const stateAt = stateStart(word, zipAt.at, line.state);
  const cityAt = cityStart(word, stateAt, line.city);
  const isBehind = (at: number) =>
    at < end || afterComma[at] === true || suffixOf(word[at - 1])?.plain === true;
  if (
    cityAt >= 2 &&
    cityAt < stateAt &&
    (stateAt < end || afterComma[cityAt] || (cityAt >= 3 && isBehind(cityAt)))
  )
    return cityAt;
  if (!zipAt.found || zipAt.at < 3) return end;
  return stateAt >= 3 && stateAt < zipAt.at && !suffixOf(word[stateAt]) ? stateAt : zipAt.at;
}

function withoutCountry(word: readonly string[]): number {
  const end = word.length;
  const isCountry = (word[end - 1] === 'USA' || word[end - 1] === 'US') && /^\d{5}/.test(word[end - 2] ?? '');
  return isCountry ? end - 1 : end;
}

function zipStart(word: readonly string[], end: number, zip: string | null | undefined) {
  const key = zipKey(zip ?? null);
  const found = key !== '' && word[end - 1]?.slice(0, 5) === key;
  return { found, at: found ? end - 1 : end };
}

/** Index of the state's first word when it comes last before `end`; `end` itself when it does not. */
function stateStart(word: readonly string[], end: number, state: string | null | undefined): number {
  const code = stateCode(state);
  if (code === null) return end;
  for (let length = 1; length <= 3 && length < end; length++) {
    const name = length === 1 ? (word[end - 1] ?? '') : word.slice(end - length, end).join(' ');
    if ((CODES.get(name) ?? name) === code) return end - length;
  }
  return end;
}

/** Index of the city's first word when it comes last before `end`; `end` itself when it does not. */
function cityStart(word: readonly string[], end: number, city: string | null | undefined): number {
  // Most lines end otherwise, and the key takes time.
  if (!city || fold(city.slice(city.trimEnd().lastIndexOf(' ') + 1)).trim() !== word[end - 1]) return end;
  const key = cityKey(city);
  const start = end - key.split(' ').length;
  return start > 0 && key !== '' && cityKey(word.slice(start, end).join(' ')) === key ? start : end;
}

/** Zip as stored: nine digits get their hyphen. */
export function zipCode(zip: string | null | undefined): string | null {
  return trimmed(zip)?.replace(/^(\d{5})(\d{4})$/, '$1-$2') ?? null;
}

const ABBREVIATIONS = new Map(NAME_ABBREVIATIONS);

/** City as compared: case, accents, punctuation and the abbreviation of Saint, Fort and Mount take no part (section 223). */
export function cityKey(city: string | null): string {
  if (city === null) return '';
  const words = plain(city).split(' ');
  return words.map((word) => ABBREVIATIONS.get(word) ?? word).join(' ');
}

export function stateKey(state: string | null): string {
  return plain(stateCode(state) ?? '');
}

/** The zip's first five; a spreadsheet's lost zero is given back ("7073" is 07073). */
export function zipKey(zip: string | null): string {
  const digits = (zip ?? '').replace(/\s+/g, '');
  const five = /^\d{5}/.exec(digits);
  if (five) return five[0];
  return /^\d{4}$/.test(digits) ? `0${digits}` : plain(zip ?? '');
}

/** Most cities and states are: nothing of them is left out. */
const LETTERS_AND_BLANKS = /^[A-Za-z]+(?: [A-Za-z]+)*$/;

function plain(text: string): string {
  if (LETTERS_AND_BLANKS.test(text)) return text.toUpperCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}|['`’‘.]/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
