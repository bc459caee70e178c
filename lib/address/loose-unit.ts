import { compassPoint } from './directional.ts';
import { suffixOf } from './suffix.ts';
import { NUMBERED_NAMES } from './tables/names.ts';
import type { Tokens } from './tokens.ts';

const NUMBERED = new Set(NUMBERED_NAMES);
const ORDINAL = /\d(?:ST|ND|RD|TH)$/;

/**
 * Where a unit without designator begins, in the words from the first of the name: behind a comma ("321 N Clark, 2800"),
 * or, unless there is one with designator, behind the suffix and its directional ("50 LaSalle St M-9") or as the last word
 * when it begins with a digit and the name does not need it ("168 Eastern Prom 3R"). `end` when there is none.
 */
export function looseUnitStart(tokens: Tokens, from: number, end: number, hasUnit: boolean): number {
  const { word, afterComma } = tokens;
  for (let at = from + 1; at < end; at++) {
    const here = word[at] ?? '';
    if (compassPoint(here) ?? suffixOf(here)) continue;
    if (afterComma[at]) return at;
    if (!hasUnit && isLooseId(here, word[at + 1]) && endsInSuffix(word, from, at)) return at;
  }
  if (hasUnit || end - from < 2) return end;
  const last = word[end - 1] ?? '';
  const completesName = NUMBERED.has(word[end - 2] ?? '') || ORDINAL.test(last);
  if (/^\d/.test(last) && !completesName) return end - 1;
  return wordsBehindSuffix(word, from, end);
}

/** "B", "M-9", "AF 1025". */
function isLooseId(word: string, next: string | undefined): boolean {
  if (/\d/.test(word)) return !ORDINAL.test(word);
  return word.length === 1 || (word.length === 2 && next !== undefined && /^\d+$/.test(next));
}

/** "Ontario Street Mezzanin": words behind the suffix are no part of the street. ST and DR may be Saint and Doctor. */
function wordsBehindSuffix(word: readonly string[], from: number, end: number): number {
  let at = end;
  while (at > from && !suffixOf(word[at - 1]) && !compassPoint(word[at - 1])) at--;
  if (at === end || !endsInSuffix(word, from, at)) return end;
  const suffix = word[compassPoint(word[at - 1]) ? at - 2 : at - 1];
  return suffix === 'ST' || suffix === 'DR' ? end : at;
}

/** Whether the words before `at` are a name with a common suffix, and perhaps a directional. */
function endsInSuffix(word: readonly string[], from: number, at: number): boolean {
  const suffix = compassPoint(word[at - 1]) ? at - 2 : at - 1;
  return suffix > from && (suffixOf(word[suffix])?.plain ?? false);
}
