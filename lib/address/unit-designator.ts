import { suffixOf } from './suffix.ts';
import { OTHER_UNIT_TABLE, UNIT_TABLE, type UnitRow } from './tables/units.ts';

/** What a unit is called (section 213, appendix C2), by one of its spellings. */
export interface Designator {
  standard: string;
  needsId: boolean;
  /** Also a word of street names, so a designator only after a suffix. */
  wordToo: boolean;
  /** Begins a unit whatever follows. */
  named: boolean;
  asWritten: boolean;
}

const DESIGNATORS = new Map<string, Designator>();
for (const row of [...UNIT_TABLE, ...OTHER_UNIT_TABLE]) {
  for (const spelling of row.spellings.split(' ')) DESIGNATORS.set(spelling, designator(row, spelling));
}

function designator(row: UnitRow, spelling: string): Designator {
  return {
    standard: row.standard,
    needsId: row.needsId ?? false,
    wordToo: row.wordToo?.split(' ').includes(spelling) ?? false,
    named: row.named ?? false,
    asWritten: row.asWritten ?? false,
  };
}

/** NO is a number sign before a digit, and else a word or north. */
export function designatorBefore(word: string, next: string | undefined): Designator | undefined {
  return word === 'NO' && !/^\d/.test(next ?? '') ? undefined : designatorOf(word);
}

export function designatorOf(word: string | undefined): Designator | undefined {
  return word === undefined ? undefined : DESIGNATORS.get(word);
}

const NAMES = 'APT|UNIT|STE|SUITE|BLDG|BLD|RM|ROOM|FL|LOT|PH|SPC';
const GLUED = new RegExp(`^(${NAMES})-?(\\d+[A-Z]?|\\d+-\\d+)$|^(${NAMES})-([A-Z])$|^(\\d+)(PH|FL)$`);

/** "STE700", "BLDG-A" and "1PH" are a designator and the unit's number. */
export function gluedUnit(word: string): { designator: Designator; id: string } | undefined {
  const parts = word.length > 2 ? GLUED.exec(word) : null;
  if (!parts) return undefined;
  const designator = designatorOf(parts[1] ?? parts[3] ?? parts[6]);
  return designator && { designator, id: parts[2] ?? parts[4] ?? parts[5] ?? '' };
}

/** A number or letter as units have them: "12C", "M-9", "B". */
export function isUnitId(word: string | undefined): boolean {
  return word !== undefined && (/\d/.test(word) || (/^[A-Z]{1,2}$/.test(word) && !suffixOf(word)));
}

const FLOOR_WORDS = 'FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH'.split(' ');

/** The number of a floor before its designator: "4" of "4TH FLOOR"; undefined for any other two words. */
export function floorNumber(word: string, next: string | undefined): string | undefined {
  if (designatorOf(next)?.standard !== 'FL') return undefined;
  if (/^\d+(?:ST|ND|RD|TH)$/.test(word)) return word.slice(0, -2);
  const index = FLOOR_WORDS.indexOf(word);
  return index < 0 ? undefined : String(index + 1);
}
