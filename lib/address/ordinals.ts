import { ORDINAL_WORDS, TENS } from './tables/numerals.ts';

/** Section 235: numeric street names. */
const ORDINALS = new Map<string, number>();
const CARDINAL_TENS = new Map<string, number>();
for (const [index, word] of ORDINAL_WORDS.entries()) ORDINALS.set(word, index + 1);
for (const [index, [cardinal, ordinal]] of TENS.entries()) {
  CARDINAL_TENS.set(cardinal, (index + 2) * 10);
  ORDINALS.set(ordinal, (index + 2) * 10);
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
  const isTeen = value > 10 && value < 20;
  return `${value}${isTeen ? 'TH' : (['TH', 'ST', 'ND', 'RD'][value % 10] ?? 'TH')}`;
}
