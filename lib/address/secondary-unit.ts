import { textOf } from './delivery-line.ts';
import { suffixOf, titleCase } from './suffix.ts';
import { OTHER_UNIT_TABLE, UNIT_TABLE, type UnitRow } from './tables/units.ts';
import type { Tokens } from './tokens.ts';

interface Designator {
  standard: string;
  needsId: boolean;
  /** Also a word of street names, so a designator only behind a suffix. */
  wordToo: boolean;
}

const DESIGNATORS = new Map<string, Designator>();
for (const row of [...UNIT_TABLE, ...OTHER_UNIT_TABLE]) {
  for (const spelling of row.spellings.split(' ')) DESIGNATORS.set(spelling, designator(row, spelling));
}
DESIGNATORS.set('#', { standard: '#', needsId: true, wordToo: false });

function designator(row: UnitRow, spelling: string): Designator {
  const wordToo = row.wordToo?.split(' ').includes(spelling) ?? false;
  return { standard: row.standard, needsId: row.needsId ?? false, wordToo };
}

const GLUED = /^(APT|UNIT|STE|SUITE|BLDG|RM|ROOM|FL|LOT|PH|SPC)-?(\d+[A-Z]?|\d+-\d+)$/;
const ORDINAL = /^\d+(?:ST|ND|RD|TH)$/;
const FLOOR_ORDINALS = new Set([
  'FIRST',
  'SECOND',
  'THIRD',
  'FOURTH',
  'FIFTH',
  'SIXTH',
  'SEVENTH',
  'EIGHTH',
  'NINTH',
]);

/** Designator of a folded word (section 213, appendix C2); # stands for any. */
export function designatorOf(word: string | undefined): Designator | undefined {
  return word === undefined ? undefined : DESIGNATORS.get(word);
}

/** A number or letter as units have them: "12C", "M-9", "B". */
export function isUnitId(word: string | undefined): boolean {
  return word !== undefined && (/\d/.test(word) || /^[A-Z]{1,2}$/.test(word));
}

/**
 * Where the secondary unit begins in the words from `from` (the first of the street) to `end`; `end` when there is none.
 * At least one word is left to the street.
 */
export function unitStart({ word }: Tokens, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (beginsUnit(word, at, end)) return at;
  return end;
}

function beginsUnit(word: readonly string[], at: number, end: number): boolean {
  const here = word[at] ?? '';
  if (GLUED.test(here)) return true;
  const next = at + 1 < end ? word[at + 1] : undefined;
  // "4th Floor": the number stands before the designator.
  if (isFloorNumber(here) && designatorOf(next)?.standard === 'FL' && !isUnitId(word[at + 2])) return true;
  const found = designatorOf(here);
  if (!found) return false;
  if (found.wordToo && !suffixOf(word[at - 1])) return false;
  if (next === undefined) return !found.needsId || here === 'UNIT';
  if (isUnitId(next) || designatorOf(next) || next === '#') return true;
  return found.needsId ? at + 2 === end && !suffixOf(next) : false;
}

function isFloorNumber(word: string): boolean {
  return ORDINAL.test(word) || FLOOR_ORDINALS.has(word);
}

/**
 * A unit as it is stored: designators in their standard abbreviation, "Apt" and "#" left out before their number, so that
 * "Apt 45" is "45" and "Suite 200" is "Ste 200".
 */
export function unitText(tokens: Tokens, from: number, to: number): string | null {
  if (from >= to) return null;
  const parts: string[] = [];
  for (let at = from; at < to; at++) {
    const word = tokens.word[at] ?? '';
    const next = at + 1 < to ? tokens.word[at + 1] : undefined;
    const found = designatorOf(word);
    if (isFloorNumber(word) && designatorOf(next)?.standard === 'FL') {
      parts.push('Fl', word.replace(/\D+$/, '') || (tokens.text[at] ?? ''));
      at++;
    } else if (found && (found.standard === 'APT' || found.standard === '#') && next !== undefined) {
      if (at > from && !designatorOf(next)) parts.push(found.standard === '#' ? '#' : 'Apt');
    } else if (found && found.standard !== '#') parts.push(titleCase(found.standard));
    else parts.push(...(unglue(word, tokens.text[at] ?? '') ?? [tokens.text[at] ?? '']));
  }
  return parts.join(' ') || textOf(tokens, from, to);
}

/** "Ste700" is a designator and its number. */
function unglue(word: string, text: string): string[] | null {
  const glued = GLUED.exec(word);
  const found = designatorOf(glued?.[1]);
  if (!glued || !found) return null;
  const id = text.slice(text.length - (glued[2]?.length ?? 0));
  return found.standard === 'APT' ? [id] : [titleCase(found.standard), id];
}
