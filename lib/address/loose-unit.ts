import { compassPoint } from './directional.ts';
import { suffixOf } from './suffix.ts';
import { NUMBERED_NAMES, SAINTS } from './tables/names.ts';
import type { Tokens } from './tokens.ts';

const NUMBERED = new Set(NUMBERED_NAMES);
const SAINT_NAMES = new Set(SAINTS);
/** "Martin Luther King, Jr. Drive": the comma ends nothing. */
const NAME_SUFFIXES = new Set(['JR', 'JUNIOR', 'SR', 'II', 'III']);
const ENDING = new Set(['AVE', 'BLVD', 'ST']);
const ORDINAL = /\d(?:ST|ND|RD|TH)$/;

/**
 * Where a unit without designator begins, in the words from the first of the name: after a comma ("321 N Clark, 2800"),
 * or, unless there is one with designator, after the suffix and its directional ("50 LaSalle St M-9") or as the last word
 * when it begins with a digit and the name does not need it ("168 Eastern Prom 3R"). `end` when there is none.
 */
export function looseUnitStart(tokens: Tokens, from: number, end: number, hasUnit: boolean): number {
  const { word, afterComma } = tokens;
  for (let at = from + 1; at < end; at++) {
    const here = word[at] ?? '';
    if (compassPoint(here) || suffixOf(here) || NAME_SUFFIXES.has(here)) continue;
    if (afterComma[at]) return at;
    if (!hasUnit && isLooseId(here, word[at + 1]) && endsInSuffix(word, from, at)) return at;
  }
  if (end - from < 2) return end;
  const words = wordsBehindSuffix(word, from, end, hasUnit);
  if (hasUnit || words < end) return words;
  const [before = '', last = ''] = word.slice(end - 2, end);
  const isRoad = end - from === 2 && before.length === 1;
  const completesName = NUMBERED.has(before) || ORDINAL.test(last) || isRoad;
  return /^\d/.test(last) && !completesName ? end - 1 : end;
}

/** "B", "M-9", "AF 1025". */
function isLooseId(word: string, next: string | undefined): boolean {
  if (/\d/.test(word)) return !ORDINAL.test(word);
  return word.length === 1 || (word.length === 2 && next !== undefined && /^\d+$/.test(next));
}

/**
 * "Ontario Street Mezzanin", "Main St Client Code 77": words after a common suffix, up to the end of the line, are no part
 * of the street. Before a unit with designator only AVE, BLVD and ST end a street so surely.
 */
function wordsBehindSuffix(word: readonly string[], from: number, end: number, hasUnit: boolean): number {
  let at = end;
  while (at > from && !suffixOf(word[at - 1])?.plain) at--;
  const suffix = at - 1;
  if (suffix <= from) return end;
  while (at < end && compassPoint(word[at])) at++;
  if (at === end || endsInSuffixOrPoint(word, end) || !isSuffix(word, suffix, end)) return end;
  const isSure =
    ENDING.has(suffixOf(word[suffix])?.standard ?? '') && !isLooseId(word[at] ?? '', word[at + 1]);
  return !hasUnit || isSure ? at : end;
}

/** "Maple Hill": the last word is the suffix of a name that a common suffix is part of. */
function endsInSuffixOrPoint(word: readonly string[], end: number): boolean {
  return suffixOf(word[end - 1]) !== undefined || compassPoint(word[end - 1]) !== undefined;
}

/** ST may be Saint ("Old St Augustine"), and DR Doctor, unless two words with a number follow ("Client Code 77"). */
function isSuffix(word: readonly string[], at: number, end: number): boolean {
  if (word[at] === 'ST') return !SAINT_NAMES.has(word[at + 1] ?? '');
  return word[at] !== 'DR' || (end - at > 3 && /^\d/.test(word[end - 1] ?? ''));
}

/** Whether the words before `at` are a name with a common suffix, and perhaps a directional. */
function endsInSuffix(word: readonly string[], from: number, at: number): boolean {
  const suffix = compassPoint(word[at - 1]) ? at - 2 : at - 1;
  return suffix > from && (suffixOf(word[suffix])?.plain ?? false);
}
