import type { Refusal } from '../wire/refusal.ts';
import { COMMON_PASSWORDS } from './tables/common-passwords.ts';

export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 128;
const FEWEST_PIECES = 4;
const FEWEST_CHARACTERS = 5;
const LONGEST_PIECE = 20;

/**
 * Why a new password is not taken, null if it is: 15 to 128 characters of any kind, and no common password, nor one or
 * two of them with little beside: at fifteen characters that is what a list of common ones comes to.
 *
 * @param known what anyone would try for this user: their username, their district's appName
 */
export function passwordRefusal(password: string, known: readonly string[]): Refusal | null {
  const { length } = [...password];
  if (length < SHORTEST_PASSWORD)
    return {
      code: 'tooShort',
      message: `is shorter than ${SHORTEST_PASSWORD} characters (it has ${length})`,
      hint: 'Four or five words that have nothing to do with each other are easy to keep in mind.',
    };
  if (length > LONGEST_PASSWORD)
    return { code: 'tooLong', message: `is longer than ${LONGEST_PASSWORD} characters (it has ${length})` };
  return isGuessable(password, known)
    ? {
        code: 'commonPassword',
        message: 'is a common password, or made of little else',
        hint: 'Add words that nobody would expect, rather than digits or signs.',
      }
    : null;
}

function isGuessable(password: string, known: readonly string[]): boolean {
  const text = plain(password);
  if (text === '') return new Set(password).size < FEWEST_CHARACTERS;
  const words = new Set(known.map(plain).filter((word) => word.length > 2));
  return new Set(text).size < FEWEST_CHARACTERS || pieces(oneRound(text), words) < FEWEST_PIECES;
}

/** Letters and digits only: capitals, blanks and signs between common words make them no less common. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What is repeated, once: `abcabcabc` is no better than `abc`. */
const oneRound = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/** In how few parts the text can be guessed: a common or known word is one, any other character is one by itself. */
function pieces(text: string, known: ReadonlySet<string>): number {
  const fewest = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - LONGEST_PIECE); start < end - 2; start += 1) {
      const piece = text.slice(start, end);
      if (COMMON_PASSWORDS.has(piece) || known.has(piece)) best = Math.min(best, (fewest[start] ?? 0) + 1);
    }
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}
