import { textOf } from './delivery-line.ts';
import { directionalAt, type Predirectional, postdirectional, predirectional } from './directional.ts';
import { findHighway, type Highway } from './highway.ts';
import { looseUnitStart } from './loose-unit.ts';
import { unitStart } from './secondary-unit.ts';
import { lastSuffixOf, suffixOf } from './suffix.ts';
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

/** Whether a unit and a house number come before the street. */
interface Surroundings {
  hasUnit: boolean;
  hasNumber: boolean;
}

/** Directionals, name and suffix of the words from `from`, read right to left (sections 231–237). */
export function parseStreetName(
  tokens: Tokens,
  from: number,
  lineEnd: number,
  { hasUnit, hasNumber }: Surroundings,
): StreetName {
  const { word } = tokens;
  const lead = predirectional(word, from, lineEnd);
  const highway = findHighway(word, lead.end, lineEnd) ?? (lead.point && findHighway(word, from, lineEnd));
  const end = unitStart(tokens, highway ? highway.idEnd - 1 : from, lineEnd);
  return (
    (highway && parseHighwayName(tokens, from, lead, highway, end)) ||
    parsePlainName(
      tokens,
      from,
      lead,
      looseUnitStart(tokens, lead.end, end, hasUnit || end < lineEnd),
      hasNumber,
    )
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

function parsePlainName(
  tokens: Tokens,
  from: number,
  lead: Predirectional,
  end: number,
  hasNumber: boolean,
): StreetName {
  const { word, text } = tokens;
  const trail = postdirectional(word, lead.end, end);
  // "Boulevard East": a suffix that is the only word has the point in its name.
  if (trail.point && !lead.point && trail.start === lead.end + 1 && suffixOf(word[lead.end])?.plain)
    return { prefix: null, street: textOf(tokens, from, end), tag: null, direction: null, end };
  const suffix = suffixAt(word, lead, trail);
  const nameEnd = suffix && (hasNumber || suffix.plain) ? trail.start - 1 : trail.start;
  // Section 233: a compass point that is the only word before the suffix is the name ("North Ave").
  const isName = nameEnd <= lead.end;
  return {
    prefix: isName ? null : lead.point,
    street: textOf(tokens, isName ? from : lead.end, nameEnd),
    tag: nameEnd < trail.start ? (suffix?.tag ?? text[nameEnd] ?? null) : null,
    direction: trail.point,
    end,
  };
}

/**
 * Section 234: the last word as suffix, unless it is the name itself; of two suffixes the first is name (234.2). A park with
 * a direction after it names the street along that side ("Central Park West").
 */
function suffixAt(
  word: readonly string[],
  lead: Predirectional,
  trail: { point: string | null; start: number },
) {
  const end = trail.start;
  const suffix = lastSuffixOf(word[end - 1]);
  if (!suffix) return undefined;
  const nameLength = end - 1 - lead.end;
  if (nameLength === 0) return lead.point && suffix.plain ? suffix : undefined;
  if (suffix.plain) return suffix;
  if (word[end - 1] === 'PARK' && trail.point) return undefined;
  const isSpanish = PREFIX_WORDS.has(word[lead.end] ?? '') || ARTICLE_WORDS.has(word[end - 2] ?? '');
  return isSpanish ? undefined : suffix;
}
