/** An SSN as it is written: 123-45-6789, also with blanks. */
const DASHED = /(?<!\d)\d{3}[- ]\d{2}[- ]\d{4}(?!\d)/g;
const NINE = /(?<!\d)\d{9}(?!\d)/g;
/** Nine digits or more, at most one sign between two of them: also `1\u0000 2\u0000…`, which UTF-16 looks like. */
const LONG_RUN = /\d(?:[^\dA-Za-z]?\d){8,}/g;
const SECRET = /((?:secret|password|token)[^A-Za-z0-9&*_]{1,6})[A-Za-z0-9._~+/=%-]{6,}/gi;

/** The same text with a star for every digit: the form that was sent stays visible. */
export const maskDigits = (text: string): string => text.replace(/\d/g, '*');

/** What is written like an SSN. */
export const maskSsns = (text: string): string => text.replace(DASHED, maskDigits);

/** What is written like an SSN, and nine digits by themselves. */
export const maskNine = (text: string): string => maskSsns(text).replace(NINE, maskDigits);

/** For what can't be read: every run of nine digits or more, and what follows a secret's name (ERR-3). */
export const maskRuns = (text: string): string => text.replace(LONG_RUN, maskDigits).replace(SECRET, '$1***');
