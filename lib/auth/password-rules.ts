import type { Refusal } from '../wire/refusal.ts';
import { COMMON_PASSWORDS } from './tables/common-passwords.ts';
import { PASSWORD_TEXTS } from './texts.ts';

export const MIN_PASSWORD_CHARS = 15;
export const MAX_PASSWORD_CHARS = 128;
const MIN_PIECES = 4;
const MIN_DIFFERENT_CHARS = 5;
const MAX_PIECE_CHARS = 20;

/**
 * Why a new password is refused; null if it is accepted. It must have 15 to 128 characters of any kind. It must not be
 * a common password, or one or two of them with a few characters added: people make fifteen characters that way.
 *
 * @param known words an attacker would try for this user: guessableWords
 */
export function passwordRefusal(password: string, known: readonly string[]): Refusal | null {
  const { length } = [...password];
  if (length < MIN_PASSWORD_CHARS)
    return {
      code: 'tooShort',
      message: PASSWORD_TEXTS.tooShort(MIN_PASSWORD_CHARS, length),
      hint: PASSWORD_TEXTS.tooShortHint(),
    };
  if (length > MAX_PASSWORD_CHARS)
    return { code: 'tooLong', message: PASSWORD_TEXTS.tooLong(MAX_PASSWORD_CHARS, length) };
  return isGuessable(password, known)
    ? {
        code: 'commonPassword',
        message: PASSWORD_TEXTS.common(),
        hint: PASSWORD_TEXTS.commonHint(),
      }
    : null;
}

function isGuessable(password: string, known: readonly string[]): boolean {
  const text = plain(password);
  if (text === '') return new Set(password).size < MIN_DIFFERENT_CHARS;
  const words = new Set(known.map(plain).filter((word) => word.length > 2));
  return new Set(text).size < MIN_DIFFERENT_CHARS || pieces(oneRound(text), words) < MIN_PIECES;
}

/** Letters and digits only: capitals, blanks and symbols do not make common words harder to guess. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** One round of a repeated text: `abcabcabc` is no better than `abc`. */
const oneRound = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text;

/**
 * The fewest pieces the text can be guessed in. A common password is one piece, and so is any other character; a known word,
 * of which there are few, is half of one.
 */
function pieces(text: string, known: ReadonlySet<string>): number {
  const fewest = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - MAX_PIECE_CHARS); start < end - 2; start += 1) {
      const piece = text.slice(start, end);
      const cost = known.has(piece) ? 0.5 : COMMON_PASSWORDS.has(piece) ? 1 : undefined;
      if (cost) best = Math.min(best, (fewest[start] ?? 0) + cost);
    }
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}
