import { textOf } from './delivery-line.ts';
import { directionalAt, type Predirectional, postdirectional, predirectional } from './directional.ts';
import { findHighway, type Highway } from './highway.ts';
import { looseUnitStart } from './loose-unit.ts';
import { unitStart } from './secondary-unit.ts';
import { suffixOf } from './suffix.ts';
import { ARTICLES, STREET_PREFIXES } from './tables/spanish.ts';
import type { Tokens } from './tokens.ts';
import { isUnitId } from './unit-designator.ts';

export interface StreetName {
  prefix: string | null;
  street: string | null;
  tag: string | null;
  direction: string | null;
  /** Index of the first word that is no longer the street's. */
  end: number;
}

const PREFIX_WORDS = new Set(STREET_PREFIXES);
const ARTICLE_WORDS = new Set(ARTICLES);

/**
 * Directionals, name and suffix of the words from `from`, read right to left (sections 231–237). `hasUnit`: one stands
 * before them.
 */
export function parseStreetName(tokens: Tokens, from: number, lineEnd: number, hasUnit: boolean): StreetName {
  const { word } = tokens;
  const lead = predirectional(word, from, lineEnd);
  const highway = findHighway(word, lead.end, lineEnd) ?? (lead.point && findHighway(word, from, lineEnd));
  const end = unitStart(tokens, highway ? highway.idEnd - 1 : from, lineEnd);
  return (
    (highway && parseHighwayName(tokens, from, lead, highway, end)) ||
    parsePlainName(tokens, from, lead, looseUnitStart(tokens, lead.end, end, hasUnit || end < lineEnd))
  );
}

/** Section 237: the highway's name is the whole street; a directional, then a unit may follow, and no other word. */
function parseHighwayName(
  tokens: Tokens,
  from: number,
  lead: Predirectional,
  highway: Highway,
  end: number,
): StreetName | null {
  const trail = directionalAt(tokens.word, highway.end, end);
  const rest = trail.end;
  if (rest < end && !isUnitId(tokens.word[rest]) && !tokens.afterComma[rest]) return null;
  // "North Carolina 54": the point is part of the name.
  const isNamed = highway.start < lead.end;
  return {
    prefix: isNamed ? null : lead.point,
    street: textOf(tokens, isNamed ? from : lead.end, highway.end),
    tag: null,
    direction: trail.point,
    end: rest,
  };
}

function parsePlainName(tokens: Tokens, from: number, lead: Predirectional, end: number): StreetName {
  const trail = postdirectional(tokens.word, lead.end, end);
  const suffix = suffixAt(tokens.word, lead, trail.start);
  const nameEnd = suffix ? trail.start - 1 : trail.start;
  // Section 233: a compass point that is the only word before the suffix is the name ("North Ave").
  const isName = nameEnd <= lead.end;
  return {
    prefix: isName ? null : lead.point,
    street: textOf(tokens, isName ? from : lead.end, nameEnd),
    tag: suffix ? (suffix.tag ?? tokens.text[nameEnd] ?? null) : null,
    direction: trail.point,
    end,
  };
}

/** Section 234: the last word as suffix, unless it is the name itself; of two suffixes the first is name (234.2). */
function suffixAt(word: readonly string[], lead: Predirectional, end: number) {
  const suffix = suffixOf(word[end - 1]);
  if (!suffix) return undefined;
  const nameLength = end - 1 - lead.end;
  if (nameLength === 0) return lead.point && suffix.plain ? suffix : undefined;
  if (suffix.plain) return suffix;
  const isSpanish = PREFIX_WORDS.has(word[lead.end] ?? '') || ARTICLE_WORDS.has(word[end - 2] ?? '');
  return isSpanish ? undefined : suffix;
}
