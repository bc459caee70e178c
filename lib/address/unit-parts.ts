import { titleCase } from './suffix.ts';
import { DEPARTMENT_NAMES } from './tables/boxes.ts';
import { type Tokens, tokenize } from './tokens.ts';
import {
  type Designator,
  designatorBefore,
  designatorOf,
  floorNumber,
  gluedUnit,
  isUnitId,
} from './unit-designator.ts';

/** One unit of an address, "Bldg 3" or "Apt 4" of "Bldg 3 Apt 4"; without designator where none is written. */
interface UnitPart {
  designator: Designator | null;
  written: string;
  /** As HR spelled it, and as compared. */
  id: string[];
  key: string[];
}

/** Of these, one says what another says: "Apt 4", "#4", "Unit 4", "Ste 4" and "4" are one door. */
const GENERIC = new Set(['APT', 'UNIT', 'STE', '#']);
/** Left out of what is stored, for a unit without designator is an apartment. */
const SILENT = new Set(['APT', '#']);

/** "Apt No. B" is "Apt # B". */
const NUMBER_WORDS = new Set(['NO', 'NUM', 'NUMBER']);

/** The words from `from` to `to` as stored: "Apt 45" is "45", "Suite 200" is "Ste 200", "4th Floor" is "Fl 4". */
export function unitText(tokens: Tokens, from: number, to: number): string | null {
  if (from >= to) return null;
  const parts = unitParts(tokens, from, to);
  return parts.map((part, index) => partText(part, index === 0)).join(' ');
}

function partText({ designator, written, id }: UnitPart, isFirst: boolean): string {
  if (!designator) return id.join(' ');
  const silent = isFirst && id.length > 0 && SILENT.has(designator.standard);
  return [...(silent ? [] : [written]), ...id].join(' ');
}

/** As compared: the order of units of several kinds takes no part, nor do leading zeros and the endings of ordinals. */
export function unitKey(apt: string | null): string {
  if (apt === null) return '';
  const tokens = tokenize(apt);
  const [doors, others]: [string[], string[]] = [[], []];
  for (const { designator, key } of unitParts(tokens, 0, tokens.word.length)) {
    const id = idKey(key);
    if (!designator || (isGeneric(designator) && id !== '')) doors.push(id);
    else others.push(`${designator.standard} ${id}`.trim());
  }
  return [...doors, ...others.sort()].join('+');
}

/** "M-9", "M 9" and "M9" are one; a hyphen between digits stays, for 1-23 is not 12-3. */
function idKey(words: readonly string[]): string {
  return words
    .map((word) => word.replace(/^0+(?=\d)/, '').replace(/^(\d+)(?:ST|ND|RD|TH)$/, '$1'))
    .join(' ')
    .replace(/\b([A-Z]{1,2})[ -](?=\d)|(?<=\d)[ -]([A-Z])\b/g, '$1$2');
}

/** Words of a unit that neither a designator nor a number explains ("Smith Hall", "Anoka MN 55303"), as spelled; null if none. */
export function unnamedWords(apt: string): string | null {
  const tokens = tokenize(apt);
  for (const { designator, id, key } of unitParts(tokens, 0, tokens.word.length)) {
    const from = Math.max(
      0,
      key.findIndex((word) => !isUnitId(word)),
    );
    if (designator?.named || DEPARTMENT_WORDS.has(key[from] ?? '') || designator?.standard === 'DEPT')
      continue;
    if (key.slice(from).some((word) => word.length > 2 && !/\d/.test(word))) return id.slice(from).join(' ');
  }
  return null;
}

/** "File 74155", "Mail Code 5021": a company's part of a box. */
const DEPARTMENT_WORDS = new Set(DEPARTMENT_NAMES.map((name) => name.split(' ')[0] ?? ''));

function unitParts(tokens: Tokens, from: number, to: number): UnitPart[] {
  const parts: UnitPart[] = [];
  for (let at = from; at < to; at++) {
    const word = tokens.word[at] ?? '';
    const text = tokens.text[at] ?? '';
    const next = at + 1 < to ? tokens.word[at + 1] : undefined;
    const floor = floorNumber(word, next);
    const glued = gluedUnit(word);
    if (floor !== undefined) {
      addDesignator(parts, designatorOf('FL'), 'FL');
      addId(parts, floor, floor);
      at++;
    } else if (glued) {
      addDesignator(parts, glued.designator, text);
      addId(parts, glued.id, glued.id);
    } else {
      const isSign = next !== undefined && NUMBER_WORDS.has(word) && parts.at(-1)?.key.length === 0;
      const designator = isSign ? designatorOf('#') : designatorBefore(word, next);
      if (designator) addDesignator(parts, designator, text);
      else addId(parts, text, word);
    }
  }
  return withoutRepetitions(parts);
}

/** "Ste # 2" and "Unit Bldg 1" are one unit: the designator that says more stays. */
function addDesignator(parts: UnitPart[], designator: Designator | undefined, text: string): void {
  if (!designator) return;
  const last = parts.at(-1);
  const written = designator.asWritten ? text : titleCase(designator.standard);
  if (designator.standard === '#' && last && awaitsNumber(last)) return;
  if (last?.designator && last.id.length === 0 && isGeneric(last.designator)) parts.pop();
  parts.push({ designator, written, id: [], key: [] });
}

/** A designator, or a word that means one ("Bin # 150003"), before its number. */
function awaitsNumber({ designator, key }: UnitPart): boolean {
  return key.length === 0 || (designator === null && !key.some((word) => /\d/.test(word)));
}

function addId(parts: UnitPart[], id: string, key: string): void {
  const last = parts.at(-1);
  if (last) {
    last.id.push(id);
    last.key.push(key);
  } else parts.push({ designator: null, written: '', id: [id], key: [key] });
}

/** "Apt B Unit B" names one door twice; the last naming stays. */
function withoutRepetitions(parts: readonly UnitPart[]): UnitPart[] {
  const named = new Set<string>();
  const kept = parts.toReversed().filter(({ designator, key }) => {
    const id = key.join(' ');
    if ((designator === null || isGeneric(designator)) && named.has(id)) return false;
    if (designator && isGeneric(designator)) named.add(id);
    return true;
  });
  return kept.reverse();
}

function isGeneric(designator: Designator): boolean {
  return GENERIC.has(designator.standard);
}
