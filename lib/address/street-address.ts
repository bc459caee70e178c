import { type DeliveryLine, joinTexts, textOf, wholeAsStreet } from './delivery-line.ts';
import { isHouseNumber, numberEnd, withLetter } from './primary-number.ts';
import { parseStreetName } from './street-name.ts';
import type { Tokens } from './tokens.ts';
import { designatorOf, isUnitId } from './unit-designator.ts';
import { unitText } from './unit-parts.ts';

/** Number, street and unit: Publication 28, section 23. */
export function parseStreetAddress(tokens: Tokens): DeliveryLine {
  const { word } = tokens;
  const end = word.length;
  const lead = leadingUnitEnd(tokens);
  const at = word[lead] === '#' && isHouseNumber(word[lead + 1] ?? '') ? lead + 1 : lead;
  const street = numberEnd(word, at, end);
  // Section 236: a corner ("Broadway & 42nd St") has neither number nor one street.
  if (street === at && word.includes('&')) return wholeAsStreet(textOf(tokens, 0, end));
  const inner = innerUnitEnd(word, street, end);
  const { end: unit, ...name } = parseStreetName(tokens, inner, end, lead > 0 || inner > street);
  const apt = joinTexts(
    unitText(tokens, unit, end),
    unitText(tokens, street, inner),
    unitText(tokens, 0, lead),
  );
  return { postOfficeBox: false, number: withLetter(textOf(tokens, at, street)), ...name, apt };
}

/** "Unit 111, 501 South Mill St", "Smith Hall, 12 Main St": what stands before the house number. */
function leadingUnitEnd({ word, afterComma }: Tokens): number {
  if (isHouseNumber(word[0] ?? '')) return 0;
  const designator = designatorOf(word[0]);
  for (let at = 1; at + 1 < word.length; at++) {
    const isNumber =
      /^\d/.test(word[at] ?? '') && isHouseNumber(word[at] ?? '') && !/^\d+$/.test(word[at + 1] ?? '');
    if (afterComma[at] && (isNumber || (designator && numberEnd(word, at, word.length) > at))) return at;
    if (!isNumber || !designator) continue;
    if (isUnitId(word[at - 1]) || (designator.named && at > 1 && !isUnitId(word[1]))) return at;
  }
  return 0;
}

/** "6910 # G Mary Caroline Circle": a unit between number and street. */
function innerUnitEnd(word: readonly string[], at: number, end: number): number {
  return word[at] === '#' && isUnitId(word[at + 1]) && end - at >= 4 ? at + 2 : at;
}
