import { randomInt } from 'node:crypto';

// Without vowels (no words) and without what looks alike.
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
export const SHORT_ID_LENGTH = 8;

/** What a district's client ids, tokens and session cookies begin with. No secret: it only says where to look. */
export const newShortId = (): string =>
  Array.from({ length: SHORT_ID_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
