import { type DeliveryLine, joinTexts, textOf, wholeAsStreet } from './delivery-line.ts';
import { joinOrdinals } from './ordinals.ts';
import { isHouseNumber, numberEnd, withLetter } from './primary-number.ts';
import { parseStreetName } from './street-name.ts';
import type { Tokens } from './tokens.ts';
import { designatorOf, floorNumber, gluedUnit, isUnitId } from './unit-designator.ts';
import { unitText } from './unit-parts.ts';

const NUMBER_SIGNS = new Set(['#', 'NO', 'NUM', 'NUMBER']);

/** Number, street and unit: Publication 28, section 23. */
export function parseStreetAddress(tokens: Tokens): DeliveryLine {
  joinOrdinals(tokens, 1);
  const { word } = tokens;
  const end = word.length;
  const lead = leadingUnitEnd(tokens);
  const at = NUMBER_SIGNS.has(word[lead] ?? '') && isHouseNumber(word[lead + 1] ?? '') ? lead + 1 : lead;
  const street = numberEnd(word, at, end);
  // Section 236: a corner ("Broadway & 42nd St") has neither number nor one street.
  if (street === at && word.includes('&')) return wholeAsStreet(textOf(tokens, 0, end));
  const inner = innerUnitEnd(word, street, end);
  const { end: unit, ...name } = parseStreetName(tokens, inner, end, {
    hasUnit: lead > 0 || inner > street,
    hasNumber: street > at,
  });
  const apt = joinTexts(
    unitText(tokens, unit, end),
    unitText(tokens, street, inner),
    unitText(tokens, 0, lead),
  );
  return { postOfficeBox: false, number: withLetter(textOf(tokens, at, street)), ...name, apt };
}

/** "Unit 111, 501 South Mill St", "12th Floor 900 Main St", "Smith Hall, 12 Main St": the words before the house number. */
function leadingUnitEnd({ word, afterComma }: Tokens): number {
  const first = word[0] ?? '';
  const unitEnd = unitWithNumberEnd(word);
  if (unitEnd === 0 && isHouseNumber(first)) return 0;
  const designator = designatorOf(first);
  const isUnit = designator !== undefined || unitEnd > 0;
  for (let at = Math.max(unitEnd, 1); at + 1 < word.length; at++) {
    const isNumber =
      /^\d/.test(word[at] ?? '') && isHouseNumber(word[at] ?? '') && !/^\d+$/.test(word[at + 1] ?? '');
    if (afterComma[at] && (isNumber || (isUnit && numberEnd(word, at, word.length) > at))) return at;
    if (!isNumber || !isUnit || (at === 1 && NUMBER_SIGNS.has(first))) continue;
    if (at === unitEnd || (at === 1 && designator && !designator.needsId && !designator.named)) return at;
    if (isUnitId(word[at - 1]) || (designator?.named && at > 1 && !isUnitId(word[1]))) return at;
  }
  return 0;
}

/** Index after "Lot7" or "12th Floor" at the beginning of a line, 0 when there is none. */
function unitWithNumberEnd(word: readonly string[]): number {
  if (gluedUnit(word[0] ?? '')) return 1;
  return floorNumber(word[0] ?? '', word[1]) === undefined ? 0 : 2;
}

/** "6910 # G Mary Caroline Circle": a unit between number and street. */
function innerUnitEnd(word: readonly string[], at: number, end: number): number {
  return word[at] === '#' && isUnitId(word[at + 1]) && end - at >= 4 ? at + 2 : at;
}
