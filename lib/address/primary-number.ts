import { compassPoint } from './directional.ts';
import { suffixOf } from './suffix.ts';
import { CARDINAL_WORDS } from './tables/numerals.ts';
import { designatorOf, isUnitId } from './unit-designator.ts';

/** House numbers: digits, with letters ("838A") or hyphens (appendix D1: "112-10"), and the letter first ("A17", "B-40"). */
const HOUSE = /^(?:\d+[A-Z]{0,2}(?:-[\dA-Z]+)*|[A-Z]{1,2}-?\d+[A-Z]?)$/;
/** Appendix D3: "N6W23001", or half of it. */
const GRID = /^[NSEW]\d+[NSEW]\d+[A-Z]?$/;
const HALF_GRID = /^[NSEW]\d+$/;
/** Appendix D4: "1/2", also after the number ("123-1/2"). */
const FRACTION = /^\d\/\d{1,2}$/;
const WITH_FRACTION = /^\d+-\d\/\d{1,2}$/;
const ORDINAL = /^\d*(?:1ST|2ND|3RD|\dTH)$/;
const CARDINALS = new Set(CARDINAL_WORDS);

/** Index after the primary address number that begins at `at`; `at` itself when there is none. */
export function numberEnd(word: readonly string[], at: number, end: number): number {
  const first = word[at] ?? '';
  if (CARDINALS.has(first)) return end - at > 1 && !onlySuffix(word, at + 1, end) ? at + 1 : at;
  if (!isHouseNumber(first)) return at;
  const next = at + 1;
  if (next >= end) return next;
  const second = word[next] ?? '';
  if (FRACTION.test(second)) return next + 1;
  if (HALF_GRID.test(first) && HALF_GRID.test(second)) return next + 1;
  return isNumberLetter(word, next, end) ? next + 1 : next;
}

/** A number as stored: its letter without a blank, so that it can't be taken for the street's ("4922B St Paul Ave"). */
export function withLetter(number: string | null): string | null {
  return number?.replace(/^(\d+) ([A-Za-z])$/, '$1$2') ?? null;
}

export function isHouseNumber(word: string): boolean {
  if (ORDINAL.test(word)) return false;
  return HOUSE.test(word) || GRID.test(word) || WITH_FRACTION.test(word);
}

/** "4922 B South Cornell Ave": a letter that is neither a compass point nor the street's name nor the first of initials. */
function isNumberLetter(word: readonly string[], at: number, end: number): boolean {
  const letter = word[at] ?? '';
  if (!/^[A-Z]$/.test(letter) || compassPoint(letter)) return false;
  const next = word[at + 1] ?? '';
  if (at + 1 >= end || onlySuffix(word, at + 1, end) || suffixOf(next)?.plain || next === 'AND') return false;
  if (beginsUnit(word, at + 1, end) || isRoadNumber(word, at + 1, end)) return false;
  return next.length > 1
    ? !/^\d/.test(next) || letter !== 'I'
    : compassPoint(next) !== undefined && letter !== 'U';
}

/** "72 K Apt 9", "72 K #9". */
function beginsUnit(word: readonly string[], at: number, end: number): boolean {
  return word[at] === '#' || (designatorOf(word[at]) !== undefined && at + 1 < end && isUnitId(word[at + 1]));
}

/** "72 M 59", "72 K 10 Hwy": letter and number are a state's road. */
function isRoadNumber(word: readonly string[], at: number, end: number): boolean {
  const next = word[at + 1];
  return (
    /^\d+$/.test(word[at] ?? '') &&
    (at + 1 === end || suffixOf(next)?.standard === 'HWY' || beginsUnit(word, at + 1, end))
  );
}

function onlySuffix(word: readonly string[], at: number, end: number): boolean {
  return at + 1 === end && suffixOf(word[at]) !== undefined;
}
