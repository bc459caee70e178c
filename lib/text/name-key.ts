import { asRead } from './legible.ts';

const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const SUFFIX = /([^ .,])([ .,]+(jr|sr|jnr|snr|junior|senior|ii|iii|iv|v|2nd|3rd|4th|5th))+[ .,]*$/;
/** Has no accents and none of the letters below: most names and all e-mails. */
const ASCII = /^[\x20-\x7e]*$/;
const SKIPPED = /[ .,'-]/g;
/** Letters that Unicode does not decompose, and a final sigma. */
const WRITTEN: Record<string, string> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' },
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' },
};
const LETTERS = new RegExp(`[${Object.keys(WRITTEN).join('')}]`, 'g');

/** A name without case and accents, and without a generational suffix; its words are still separate. */
export const withoutSuffix = (name: string): string =>
  (ASCII.test(name) ? asRead(name).toLowerCase() : folded(name)).replace(SUFFIX, '$1');

const folded = (name: string): string =>
  asRead(name.normalize('NFD').replace(ACCENTS, ''))
    .normalize('NFD')
    .toLowerCase()
    .replace(LETTERS, (letter) => WRITTEN[letter] ?? letter);

/**
 * A name as search and likeness compare it (SRCH-2, CMB-2): without case, accents, apostrophes, okina, hyphens, blanks and
 * generational suffixes. The database folds identity.last_name_key and first_name_key the same way, in app.name_key.
 */
export const nameKey = (name: string): string =>
  withoutSuffix(name).replace(SKIPPED, '') || name.toLowerCase();
