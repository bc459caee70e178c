import { holdsLongRun } from './digit-runs.ts';
import { type Span, spansOf } from './spans.ts';
import { wordsOf } from './words.ts';

/** Client secrets, and what access tokens and sessions have after their short id: 32 random bytes in base64url. */
const KEY_CHARS = 43;
const KEY = /(?<![\w-])[\w-]{43,}/g;
/** A second factor's key: 20 bytes in base32. */
const FACTOR_KEY_CHARS = 32;
const FACTOR_KEY = /(?<![A-Za-z0-9])[A-Z2-7]{32}(?![A-Za-z0-9])/g;
const SCHEME = /bearer|basic/i;
const CREDENTIALS = /(?<=\b(?:bearer|basic)[\s+]{1,4})(?<![\w.~+/=-])[\w.~+/=-]{8,}/gi;
/** Digits and dashes need neither `+` nor `/`, which stand beside a word in a path. */
const BASE64 = /(?<![A-Za-z0-9])[A-Za-z0-9]{12,}={0,2}/g;

/** Secrets by their form, whatever their name, and SSNs in base64. */
export function secretForms(text: string): Span[] {
  const words = wordsOf(text);
  const found = (pattern: RegExp, is: (match: string) => boolean) =>
    spansOf(pattern, text).filter(({ from, to }) => is(text.slice(from, to)));
  return [
    ...(words.base64url >= KEY_CHARS ? found(KEY, isKey) : []),
    ...(words.alphanumeric >= FACTOR_KEY_CHARS ? found(FACTOR_KEY, (key) => /[2-7]/.test(key)) : []),
    ...(SCHEME.test(text) ? found(CREDENTIALS, isCredentials) : []),
    ...(words.mayBeDigits ? found(BASE64, isOfDigits) : []),
  ];
}

/** A long double name, or names with a hyphen: each capital begins a word. Of a million random keys one looks like that. */
const NAME = /^[A-Za-z][a-z]+(?:[-_]?[A-Z][a-z]+|[-_][a-z]+)*$/;
const isKey = (text: string): boolean => isMixed(text) && !NAME.test(text);

/** Of 43 random characters hardly any has letters of one case only: a name or a hash has. */
const isMixed = (text: string): boolean => /[a-z]/.test(text) && /[A-Z]/.test(text);

/** `Basic authentication` and `Bearer token` are words. */
const isCredentials = (text: string): boolean => /\d/.test(text) || isMixed(text.slice(1));

/** What precedes the digits moves them by one, two or three characters. */
const isOfDigits = (base64: string): boolean =>
  [0, 1, 2, 3].some((offset) => holdsLongRun(Buffer.from(base64.slice(offset), 'base64').toString('latin1')));
