import { type DeliveryLine, joinTexts, textOf } from './delivery-line.ts';
import { separateGluedWords } from './glued-words.ts';
import { phraseAt, phrases } from './phrases.ts';
import { suffixOf } from './suffix.ts';
import { BARE_BOX_NAMES, BOX_NAMES, BOX_PHRASES, DEPARTMENT_NAMES } from './tables/boxes.ts';
import { type Tokens, tokenize } from './tokens.ts';
import { designatorBefore, designatorOf, floorNumber, gluedUnit, isUnitId } from './unit-designator.ts';
import { unitText } from './unit-parts.ts';

const BOXES = phrases(BOX_PHRASES.map((spelling) => [spelling, true]));
const NAMES = phrases(BOX_NAMES.map((spelling) => [spelling, true]));
const BARE_NAMES = phrases(BARE_BOX_NAMES.map((spelling) => [spelling, true]));
const DEPARTMENTS = phrases(DEPARTMENT_NAMES.map((spelling) => [spelling, true]));

/** Designators of a company's part of a box, and of people: no place of its own. */
const BESIDE_BOX = new Set(['DEPT', 'MSC', 'ATTN', 'BOX', 'PO']);

/** The words that name a box, and those that are its number. */
interface Box {
  start: number;
  end: number;
  numberStart: number;
  numberEnd: number;
}

/**
 * Post office boxes: Publication 28, section 28. Department words before or after the box ("Dept 12", "File 74155")
 * are kept as the unit; with a house number before it the line is a street address (section 215, dual addresses).
 */
export function parsePostOfficeBox(tokens: Tokens): DeliveryLine | null {
  const box = findBox(tokens);
  if (!box) return null;
  const apt = joinTexts(
    unitText(tokens, 0, box.start),
    unitText(tokens, Math.max(box.end, box.numberEnd), tokens.word.length),
  );
  return {
    postOfficeBox: true,
    number: boxNumberText(tokens, box.numberStart, box.numberEnd),
    prefix: null,
    street: null,
    tag: null,
    direction: null,
    apt,
  };
}

/**
 * ADR-2: the first other part of an address with a box, a unit ("Apt 3") or a street, as HR spelled it; null when the line
 * is no box or has none. A department is no part of an address.
 */
export function partBesideBox(tokens: Tokens): string | null {
  const box = findBox(tokens);
  if (!box) return null;
  const rest = Math.max(box.end, box.numberEnd);
  return unitIn(tokens, 0, box.start) ?? unitIn(tokens, rest, tokens.word.length) ?? streetIn(tokens, rest);
}

function unitIn({ word, text }: Tokens, from: number, to: number): string | null {
  for (let at = from; at < to; at++) {
    const next = at + 1 < to ? word[at + 1] : undefined;
    if (gluedUnit(word[at] ?? '')) return text[at] ?? null;
    if (floorNumber(word[at] ?? '', next) !== undefined) return text.slice(at, at + 2).join(' ');
    const designator = designatorBefore(word[at] ?? '', next);
    if (!designator || BESIDE_BOX.has(designator.standard)) continue;
    const hasId = next === '#' || isUnitId(next);
    // "Drawer # 1256": the sign belongs to the word before it.
    if (designator.standard === '#' && at > from && !/\d/.test(word[at - 1] ?? '')) continue;
    if (hasId || !designator.needsId) return text.slice(at, hasId ? at + 2 : at + 1).join(' ');
  }
  return null;
}

/** "PO Box 45, 101 Main St". */
function streetIn({ word, text }: Tokens, from: number): string | null {
  for (let at = from; at + 2 < word.length; at++) {
    if (!/^\d/.test(word[at] ?? '')) continue;
    const suffix = word.findIndex((one, index) => index > at + 1 && suffixOf(one)?.plain === true);
    if (suffix > 0) return text.slice(at, suffix + 1).join(' ');
  }
  return null;
}

/** A box's number without the words of the box that it carries ("PO Box 88"); null when it carries none. */
export function boxNumberWithoutWords(number: string): string | null {
  const tokens = tokenize(number);
  separateGluedWords(tokens);
  const box = findBox(tokens);
  if (!box) return null;
  const { apt } = parsePostOfficeBox(tokens) ?? { apt: null };
  return joinTexts(boxNumberText(tokens, box.numberStart, box.numberEnd), apt);
}

function findBox(tokens: Tokens): Box | null {
  const { word } = tokens;
  for (let at = 0; at < word.length; at++) {
    if (word[at]?.charCodeAt(0) !== 80 /* P */) continue;
    const phrase = phraseAt(BOXES, word, at, word.length);
    if (phrase)
      return numberFirst(tokens, at, at + phrase.words.length) ?? fromName(tokens, at, phrase.words.length);
  }
  const name = phraseAt(NAMES, word, 0, word.length);
  const bare = phraseAt(BARE_NAMES, word, 0, word.length);
  return (
    departmentFirst(tokens) ??
    (name ? fromName(tokens, 0, name.words.length) : null) ??
    (bare && /\d/.test(word[skipNumberSign(word, bare.words.length)] ?? '')
      ? fromName(tokens, 0, bare.words.length)
      : null)
  );
}

/** A box by its name at `start`, unless a house number comes before it. */
function fromName(tokens: Tokens, start: number, length: number): Box | null {
  const { word } = tokens;
  if (start > 1 && /^\d/.test(word[0] ?? '')) return null;
  const end = start + length;
  const numberStart = skipNumberSign(word, end);
  const numberEnd = boxNumberEnd(tokens, numberStart);
  return numberEnd > numberStart ? { start, end, numberStart, numberEnd } : null;
}

/** "88 PO Box". */
function numberFirst({ word }: Tokens, at: number, end: number): Box | null {
  const number = skipNumberSign(word, 0);
  if (at !== number + 1 || end < word.length || !/^\d/.test(word[number] ?? '')) return null;
  return { start: 0, end, numberStart: number, numberEnd: number + 1 };
}

/** "Dept of Music, Box 90338": a department before a box without PO, and no street between them. */
function departmentFirst(tokens: Tokens): Box | null {
  const { word } = tokens;
  const department = phraseAt(DEPARTMENTS, word, 0, word.length);
  if (!department) return null;
  for (let at = department.words.length + 1; at < word.length; at++) {
    if (suffixOf(word[at])?.plain) return null;
    if (word[at] === 'BOX' || word[at] === 'BX') return fromName(tokens, at, 1);
  }
  return null;
}

export function skipNumberSign(word: readonly string[], at: number): number {
  let next = at;
  while (word[next] === '#' || word[next] === 'NO' || word[next] === 'NUMBER') next++;
  return next;
}

/** A box is one word with a digit or one letter ("L"), or letters before such a word ("CS 198422") or one after it ("12 A"). */
function boxNumberEnd({ word, afterComma }: Tokens, from: number): number {
  const [first = '', second = ''] = [word[from], word[from + 1]];
  if (/^[A-Z]{1,2}$/.test(first)) return /^\d/.test(second) ? from + 2 : from + 1;
  if (!/\d/.test(first)) return from;
  const isLetter = /^\d+$/.test(first) && /^[A-Z]$/.test(second) && !afterComma[from + 1];
  const endsThere =
    from + 2 >= word.length || afterComma[from + 2] || designatorOf(word[from + 2]) !== undefined;
  return isLetter && endsThere ? from + 2 : from + 1;
}

/** A box's number as stored: the letter after it without a blank. */
export function boxNumberText(tokens: Tokens, from: number, to: number): string | null {
  return textOf(tokens, from, to)?.replace(/^(\d+) ([A-Za-z])$/, '$1$2') ?? null;
}
