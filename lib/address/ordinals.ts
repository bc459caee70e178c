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

/** Spelled ordinals as figures: ["FORTY", "THIRD", "AVE"] is ["43RD", "AVE"], "ONE HUNDRED FIFTH" is "105TH". */
export function withFigures(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = ordinalAt(words, at);
    result.push(found ? figure(found.value) : (words[at] ?? ''));
    at = found ? found.end : at + 1;
  }
  return result;
}

function ordinalAt(words: readonly string[], at: number): { value: number; end: number } | null {
  const hundreds = words[at + 1] === 'HUNDRED' ? numberOfWord(words[at] ?? '') : undefined;
  if (hundreds === undefined) return smallOrdinalAt(words, at);
  const rest = smallOrdinalAt(words, words[at + 2] === 'AND' ? at + 3 : at + 2);
  return rest && { value: Number(hundreds) * 100 + rest.value, end: rest.end };
}

/** Below a hundred, of one word or two. */
function smallOrdinalAt(words: readonly string[], at: number): { value: number; end: number } | null {
  const tens = CARDINAL_TENS.get(words[at] ?? '');
  const units = ORDINALS.get(words[at + (tens === undefined ? 0 : 1)] ?? '');
  if (units === undefined) return null;
  if (tens === undefined) return { value: units, end: at + 1 };
  return units < 10 ? { value: tens + units, end: at + 2 } : null;
}

function figure(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 20;
  return `${value}${isTeen ? 'TH' : (['TH', 'ST', 'ND', 'RD'][value % 10] ?? 'TH')}`;
}

const ORDINAL_ENDINGS = new Set(['ST', 'ND', 'RD', 'TH']);

/**
 * "5 TH" and "21 ST ST" from the word at `from` are joined to one word ("5TH"). ST and RD are Street and Road unless
 * another common suffix follows.
 */
export function joinOrdinals({ word, text, afterComma }: Tokens, from: number): void {
  for (let at = from; at + 1 < word.length; at++) {
    const ending = word[at + 1] ?? '';
    if (!ORDINAL_ENDINGS.has(ending) || !/^\d+$/.test(word[at] ?? '') || afterComma[at + 1]) continue;
    if (figure(Number(word[at])) !== `${Number(word[at])}${ending}`) continue;
    if ((ending === 'ST' || ending === 'RD') && !suffixOf(word[at + 2])?.plain) continue;
    word.splice(at, 2, `${word[at]}${ending}`);
    text.splice(at, 2, `${text[at]}${text[at + 1]}`);
    afterComma.splice(at + 1, 1);
  }
}
