import { compassPoint } from './directional.ts';
import { suffixOf } from './suffix.ts';
import type { Tokens } from './tokens.ts';
import { designatorBefore, designatorOf, floorNumber, gluedUnit, isUnitId } from './unit-designator.ts';

/** Where the unit begins in the words from `from`, the first of the street (section 213); `end` when there is none. */
export function unitStart({ word }: Tokens, from: number, end: number): number {
  const first = designatorOf(word[from]);
  if (first?.named && from + 1 < end) return from;
  if (first && from + 2 === end && isUnitId(word[from + 1])) return from;
  for (let at = from + 1; at < end; at++) if (beginsUnit(word, at, end)) return at;
  return end;
}

function beginsUnit(word: readonly string[], at: number, end: number): boolean {
  const here = word[at] ?? '';
  const next = at + 1 < end ? word[at + 1] : undefined;
  if (gluedUnit(here) || (here === 'CARE' && next === 'OF')) return true;
  if (floorNumber(here, next) && !(at + 2 < end && isUnitId(word[at + 2]))) return true;
  // "13th Ave No Apt 6" and "13th Ave No B" are north.
  const found = designatorBefore(here, next);
  if (!found) return false;
  if (found.named) return true;
  if (found.wordToo && !isBehindSuffix(word, at) && !(at + 2 === end && /\d/.test(next ?? ''))) return false;
  if (next === undefined) return !found.needsId || here === 'UNIT';
  if (isUnitId(next) || designatorOf(next)) return true;
  return found.needsId && at + 2 === end && !suffixOf(next);
}

function isBehindSuffix(word: readonly string[], at: number): boolean {
  return suffixOf(word[compassPoint(word[at - 1]) ? at - 2 : at - 1]) !== undefined;
}
