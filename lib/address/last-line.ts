import type { AddressLine } from './components.ts';
import { trimmed } from './delivery-line.ts';
import { NAME_ABBREVIATIONS } from './tables/names.ts';
import { STATE_TABLE } from './tables/states.ts';
import { type Tokens, tokenize } from './tokens.ts';

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

/** Two-letter code of a state given by name or code; what is neither stays as it is, for it must not be lost. */
export function stateCode(state: string | null | undefined): string | null {
  const given = state?.trim();
  if (!given) return null;
  return CODES.get(given.toUpperCase().replace(/\./g, '').replace(/\s+/g, ' ')) ?? given;
}

/**
 * Number of words of a delivery line that are left when city, state and zip, which are given apart as well, no longer stand
 * at its end ("12 Main St, Blaine MN 55123"). A state or zip alone may be something else (CT is a court too).
 */
export function withoutLastLine({ word, afterComma }: Tokens, line: AddressLine): number {
  const end = word.length;
  if (end < 4 || !line.city) return end;
  let at = end;
  const zip = zipKey(line.zip ?? null);
  if (zip !== '' && word[at - 1]?.slice(0, 5) === zip) at--;
  const state = stateCode(line.state);
  if (state !== null && stateCode(word[at - 1]) === state) at--;
  const city = tokenize(line.city).word;
  const start = at - city.length;
  if (start < 2 || !city.every((name, index) => name === word[start + index])) return end;
  return at < end || afterComma[start] ? start : end;
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

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|['`’‘.]/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
