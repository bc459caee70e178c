/*
 * What a reader sees of a text (ID-5). By Unicode's properties: every character that is never drawn is left out,
 * whichever it is, and every character that is drawn as an apostrophe, a hyphen or a blank is one.
 */

/**
 * Never drawn: format characters and all that Unicode calls ignorable (zero-width and bidirectional marks, the soft
 * hyphen, variation selectors, Hangul fillers), controls that are no blanks, noncharacters, and two signs that are empty
 * by design. Not the format characters that are drawn around digits (Arabic number signs and the like).
 */
const INVISIBLE =
  /[[\p{Default_Ignorable_Code_Point}\p{Format}\p{Noncharacter_Code_Point}[\p{Control}--[\s\u0085]]\u{16fe4}\u{1d159}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]/gv;

/** Drawn as nothing, but with a width: also the empty braille pattern and the two empty hieroglyphs. */
const BLANK = String.raw`[\s\p{Z}\u0085\u2800\u{13441}\u{13442}]`;
const BLANKS = new RegExp(`${BLANK}+`, 'gv');
const BLANKS_AROUND = new RegExp(`^${BLANK}+|${BLANK}+$`, 'gv');

/** Straight and typographic apostrophes, and what Unicode lists as easily taken for one: primes, accents, modifier letters. */
const APOSTROPHE =
  /['`\u00b4\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u02f4\u0374\u0384\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1ffe\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40]/gv;
const HYPHEN = /[\p{Dash_Punctuation}\u02d7\u2043\u2212]/gv;

const PLAIN = /^[\x20-\x7e]*$/;

/** A text as Campus stores it: NFC, without invisible characters and without blanks around it. */
export const legible = (text: string): string =>
  PLAIN.test(text) ? text.trim() : text.replace(INVISIBLE, '').normalize('NFC').replace(BLANKS_AROUND, '');

/** The same text with one apostrophe, one hyphen and single blanks: what tells whether a reader sees the same. */
export const asRead = (text: string): string =>
  PLAIN.test(text)
    ? text.trim().replace(/ {2,}/g, ' ').replaceAll('`', "'")
    : legible(text).replace(BLANKS, ' ').replace(APOSTROPHE, "'").replace(HYPHEN, '-');

/** Whether a reader can name anything in it: a name of marks, digits or punctuation alone is none. */
export const hasLetter = (text: string): boolean =>
  /[a-z]/i.test(text) || /[\p{Letter}\p{Letter_Number}]/v.test(asRead(text));
