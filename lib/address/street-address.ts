import { type DeliveryLine, joinTexts, textOf } from './delivery-line.ts';
import { compassPoint } from './directional.ts';
import { isHouseNumber, numberEnd } from './primary-number.ts';
import { designatorOf, isUnitId, unitStart, unitText } from './secondary-unit.ts';
import { parseStreetName } from './street-name.ts';
import { suffixOf } from './suffix.ts';
import type { Tokens } from './tokens.ts';

/** Number, street and unit: Publication 28, section 23. */
export function parseStreetAddress(tokens: Tokens): DeliveryLine {
  const { word } = tokens;
  const end = word.length;
  const lead = leadingUnitEnd(tokens);
  const at = word[lead] === '#' && isHouseNumber(word[lead + 1] ?? '') ? lead + 1 : lead;
  const street = numberEnd(word, at, end);
  const inner = innerUnitEnd(word, street, end);
  const unit = looseUnitStart(tokens, inner, unitStart(tokens, inner, end));
  const apt = joinTexts(
    unitText(tokens, 0, lead),
    unitText(tokens, street, inner),
    unitText(tokens, unit, end),
  );
  return {
    postOfficeBox: false,
    number: textOf(tokens, at, street),
    ...parseStreetName(tokens, inner, unit),
    apt,
  };
}

/** "Unit 111, 501 South Mill St", "Smith Hall, 12 Main St": what stands before the house number. */
function leadingUnitEnd({ word, afterComma }: Tokens): number {
  if (isHouseNumber(word[0] ?? '')) return 0;
  const designated = designatorOf(word[0]) !== undefined;
  for (let at = 1; at + 1 < word.length; at++) {
    const numbered = isHouseNumber(word[at] ?? '') && /\d/.test(word[at]?.charAt(0) ?? '');
    if (!numbered || isUnitId(word[at + 1])) continue;
    if (afterComma[at] || (designated && isUnitId(word[at - 1]))) return at;
  }
  return 0;
}

/** "6910 # G Mary Caroline Circle": a unit between number and street. */
function innerUnitEnd(word: readonly string[], at: number, end: number): number {
  return word[at] === '#' && isUnitId(word[at + 1]) && end - at >= 4 ? at + 2 : at;
}

/**
 * A unit without designator: behind a comma ("321 N Clark, 2800"), or behind the suffix and its directional
 * ("50 LaSalle St M-9"). Street names that end in a number keep it.
 */
function looseUnitStart({ word, afterComma }: Tokens, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const rest = compassPoint(word[at]) && at + 1 === end;
    if (afterComma[at] && !rest && !suffixOf(word[at])) return at;
    if (at > from + 1 && isUnitId(word[at]) && !compassPoint(word[at]) && followsSuffix(word, from, at))
      return at;
  }
  return end;
}

function followsSuffix(word: readonly string[], from: number, at: number): boolean {
  const before = compassPoint(word[at - 1]) ? at - 2 : at - 1;
  return before > from && (suffixOf(word[before])?.plain ?? false);
}
