import { suffixOf } from './suffix.ts';
import { CARDINAL_WORDS, ORDINAL_WORDS, TENS } from './tables/numerals.ts';
import type { Tokens } from './tokens.ts';

/** Section 235: numeric street names. */
const ORDINALS = new Map<string, number>();
const CARDINAL_TENS = new Map<string, number>();
for (const [index, word] of ORDINAL_WORDS.entries()) ORDINALS.set(word, index + 1);
for (const [index, [cardinal, ordinal]] of TENS.entries()) {
  CARDINAL_TENS.set(cardinal, (index + 2) * 10);
  ORDINALS.set(ordinal, (index + 2) * 10);
}

const CARDINALS = new Map(CARDINAL_WORDS.map((word, index) => [word, String(index + 1)]));

/** "ONE" is "1", up to ten. */
export function numberOfWord(word: string): string | undefined {
  return CARDINALS.get(word);
}

/** Spelled ordinals as figures: ["FORTY", "THIRD", "AVE"] is ["43RD", "AVE"]. */
export function withFigures(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const tens = CARDINAL_TENS.get(words[at] ?? '');
    const units = ORDINALS.get(words[at + (tens === undefined ? 0 : 1)] ?? '');
    if (tens !== undefined && units !== undefined && units < 10) {
      result.push(figure(tens + units));
      at++;
    } else result.push(tens === undefined && units !== undefined ? figure(units) : (words[at] ?? ''));
  }
  return result;
}

function figure(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 20;
  return `${value}${isTeen ? 'TH' : (['TH', 'ST', 'ND', 'RD'][value % 10] ?? 'TH')}`;
}

const ORDINAL_ENDINGS = new Set(['ST', 'ND', 'RD', 'TH']);

/**
 * "5 TH" and "21 ST ST" behind the first word are written in one word ("5TH"). ST and RD are Street and Road unless
 * another common suffix follows.
 */
export function joinOrdinals({ word, text, afterComma }: Tokens): void {
  for (let at = 1; at + 1 < word.length; at++) {
    const ending = word[at + 1] ?? '';
    if (!ORDINAL_ENDINGS.has(ending) || !/^\d+$/.test(word[at] ?? '') || afterComma[at + 1]) continue;
    if (figure(Number(word[at])) !== `${Number(word[at])}${ending}`) continue;
    if ((ending === 'ST' || ending === 'RD') && !suffixOf(word[at + 2])?.plain) continue;
    word.splice(at, 2, `${word[at]}${ending}`);
    text.splice(at, 2, `${text[at]}${text[at + 1]}`);
    afterComma.splice(at + 1, 1);
  }
}
