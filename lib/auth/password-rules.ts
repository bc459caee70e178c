import type { Refusal } from '../wire/refusal.ts';
import { BREACHED_PASSWORDS } from './tables/breached-passwords.ts';
import { COMMON_PASSWORDS } from './tables/common-passwords.ts';
import { KNOWN_PHRASES, PARTS_OF_SEQUENCES } from './tables/known-sequences.ts';
import { PASSWORD_TEXTS } from './texts.ts';

export const MIN_PASSWORD_CHARS = 15;
export const MAX_PASSWORD_CHARS = 128;
const MIN_PIECES = 4;
const PHRASES: ReadonlySet<string> = new Set(KNOWN_PHRASES);
const MIN_DIFFERENT_CHARS = 5;
const MAX_PIECE_CHARS = 36;

/**
 * Why a new password is refused; null if it is accepted. It must have 15 to 128 characters of any kind. It must not be
 * a breached or common password, a known phrase or a sequence of keys, or one or two of them with a few characters added: people make
 * fifteen characters that way. Signs in the place of letters, as in `P@ssw0rd`, make no difference.
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
  return BREACHED_PASSWORDS.has(password.toLowerCase()) || isGuessable(password, known)
    ? {
        code: 'commonPassword',
        message: PASSWORD_TEXTS.common(),
        hint: PASSWORD_TEXTS.commonHint(),
      }
    : null;
}

function isGuessable(password: string, known: readonly string[]): boolean {
  if (plain(password) === '') return new Set(password).size < MIN_DIFFERENT_CHARS;
  const words = new Set(known.map(plain).filter((word) => word.length > 2));
  return [...readings(password)].some(
    (text) => new Set(text).size < MIN_DIFFERENT_CHARS || pieces(oneRound(text), words) < MIN_PIECES,
  );
}

/** Letters for the signs that people put in their place. */
const LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '|': 'l',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
  '+': 't',
  '8': 'b',
};
/** A digit or sign that touches a letter on both sides, or one word's side: years and other numbers stay as they are. */
const IN_A_WORD = /(?<=\p{L})[@4310!|$57+8]+(?=\p{L})|(?<![\p{L}\p{N}])[@4310!|$57+8](?=\p{L})/gu;

/** The password as written, and with the signs in the place of letters undone: all of them, or those inside words. */
function readings(password: string): Set<string> {
  const lower = password.toLowerCase();
  const undone = ['i', 'l'].flatMap((one) => {
    const letters = (signs: string): string =>
      Array.from(signs, (sign) => (sign === '1' ? one : (LETTERS[sign] ?? sign))).join('');
    return [letters(lower), lower.replaceAll(IN_A_WORD, letters)];
  });
  return new Set([lower, ...undone].map(plain));
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
      const cost = costOf(piece, known);
      if (cost) best = Math.min(best, (fewest[start] ?? 0) + cost);
    }
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}

/** Undefined for a piece that is not known to be common. */
function costOf(piece: string, known: ReadonlySet<string>): number | undefined {
  if (known.has(piece)) return 0.5;
  const common = COMMON_PASSWORDS.has(piece) || PARTS_OF_SEQUENCES.has(piece) || PHRASES.has(piece);
  return common ? 1 : undefined;
}
