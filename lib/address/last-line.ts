import { STATE_TABLE } from './tables/states.ts';

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

const CITY_WORDS: Record<string, string> = { SAINT: 'ST', SAINTE: 'STE', FORT: 'FT', MOUNT: 'MT' };

/** City as compared: case, accents, punctuation and the abbreviation of Saint, Fort and Mount take no part (section 223). */
export function cityKey(city: string | null): string {
  if (city === null) return '';
  const words = plain(city).split(' ');
  return words.map((word) => CITY_WORDS[word] ?? word).join(' ');
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
