import { textOf } from './delivery-line.ts';
import { compassPoint, joinedPoint } from './directional.ts';
import { findHighway, type Highway } from './highway.ts';
import { unitStart } from './secondary-unit.ts';
import { suffixOf } from './suffix.ts';
import {
  ARTICLES,
  ENGLISH_TOO,
  NUMBERED_NAMES,
  OTHER_STREET_PREFIXES,
  SPANISH_PREFIX_TABLE,
} from './tables/streets.ts';
import type { Tokens } from './tokens.ts';
import { isUnitId } from './unit-designator.ts';

export interface StreetName {
  prefix: string | null;
  street: string | null;
  tag: string | null;
  direction: string | null;
  /** Index of the first word that is no longer the street's: a unit without designator. */
  end: number;
}

const PREFIX_WORDS = new Set([
  ...SPANISH_PREFIX_TABLE.map(([word]) => word),
  'CLL',
  'CAM',
  ...OTHER_STREET_PREFIXES,
]);
for (const word of ENGLISH_TOO) PREFIX_WORDS.delete(word);
const ARTICLE_WORDS = new Set(ARTICLES);
const NUMBERED = new Set([...PREFIX_WORDS, ...NUMBERED_NAMES]);

/** Directionals, name and suffix of the words from `from`, read right to left (sections 231–237). */
export function parseStreetName(tokens: Tokens, from: number, lineEnd: number): StreetName {
  const { word } = tokens;
  const lead = predirectional(word, from, lineEnd);
  const highway =
    findHighway(word, lead.end, lineEnd) ?? (lead.end > from ? findHighway(word, from, lineEnd) : null);
  const end = unitStart(tokens, highway ? highway.idEnd - 1 : from, lineEnd);
  return (
    (highway && parseHighwayName(tokens, from, lead, highway, end)) ??
    parsePlainName(tokens, from, lead, looseUnitStart(tokens, lead.end, end, end < lineEnd))
  );
}

interface Predirectional {
  point: string | null;
  /** Index of the first word of the name. */
  end: number;
}

/** Section 237: the highway's name is the whole street; a directional, then a unit may follow, and no other word. */
function parseHighwayName(
  tokens: Tokens,
  from: number,
  lead: Predirectional,
  highway: Highway,
  end: number,
): StreetName | null {
  const { word } = tokens;
  const trail = directionBehind(word, highway, end);
  if (trail.end < end && !isUnitId(word[trail.end]) && !tokens.afterComma[trail.end]) return null;
  const start = highway.start < lead.end ? from : lead.end;
  return {
    prefix: start === from ? null : lead.point,
    street: textOf(tokens, start, highway.end),
    tag: null,
    direction: trail.point,
    end: trail.end,
  };
}

function directionBehind(
  word: readonly string[],
  highway: Highway,
  end: number,
): { point: string | null; end: number } {
  const at = highway.end;
  const joined = at + 1 < end && sameStyle(word, at) ? joinedPoint(word[at], word[at + 1]) : undefined;
  if (joined) return { point: joined, end: at + 2 };
  const point = at < end ? compassPoint(word[at]) : undefined;
  return point ? { point, end: at + 1 } : { point: null, end: at };
}

function parsePlainName(tokens: Tokens, from: number, lead: Predirectional, end: number): StreetName {
  const { word } = tokens;
  const trail = postdirectional(word, lead, end);
  const suffix = suffixAt(word, lead, trail.start);
  const nameEnd = suffix ? trail.start - 1 : trail.start;
  // Section 233: the only word before the suffix is the name, though it is a compass point ("North Ave").
  const isName = nameEnd <= lead.end;
  return {
    prefix: isName ? null : lead.point,
    street: textOf(tokens, isName ? from : lead.end, nameEnd),
    tag: suffix ? (suffix.tag ?? tokens.text[nameEnd] ?? null) : null,
    direction: trail.point,
    end,
  };
}

/** "S W" and "South West" are one point, "S West" is a point and a name. */
function sameStyle(word: readonly string[], at: number): boolean {
  return (word[at]?.length === 1) === (word[at + 1]?.length === 1);
}

/** Section 233.21: the first word, when a name is left behind it. */
function predirectional(word: readonly string[], from: number, end: number): Predirectional {
  const point = compassPoint(word[from]);
  if (!point || end - from < 2 || word[from + 1] === 'OF') return { point: null, end: from };
  const both = end - from > 2 && sameStyle(word, from) ? joinedPoint(word[from], word[from + 1]) : undefined;
  if (both && !(end - from === 3 && suffixOf(word[from + 2]))) return { point: both, end: from + 2 };
  return { point, end: from + 1 };
}

/** Section 233.22: the last word, when a name is left before it. "Avenue E" is a name. */
function postdirectional(word: readonly string[], lead: Predirectional, end: number) {
  const point = compassPoint(word[end - 1]);
  const letter = word[end - 1]?.length === 1;
  const avenueLetter = letter && end - lead.end === 2 && suffixOf(word[lead.end])?.standard === 'AVE';
  if (!point || end - lead.end < 2 || avenueLetter) return { point: null, start: end };
  const joins = end - lead.end > 2 && sameStyle(word, end - 2);
  const both = joins ? joinedPoint(word[end - 2], word[end - 1]) : undefined;
  return both ? { point: both, start: end - 2 } : { point, start: end - 1 };
}

/** The last word as suffix (section 234), unless it is the name itself. */
function suffixAt(word: readonly string[], lead: Predirectional, end: number) {
  const suffix = suffixOf(word[end - 1]);
  if (!suffix) return undefined;
  const nameLength = end - 1 - lead.end;
  if (nameLength === 0) return lead.point && suffix.plain ? suffix : undefined;
  if (suffix.plain) return suffix;
  if (PREFIX_WORDS.has(word[lead.end] ?? '') || ARTICLE_WORDS.has(word[end - 2] ?? '')) return undefined;
  return suffix;
}

/**
 * Where a unit without designator begins: behind a comma ("321 N Clark, 2800"), or, unless one with designator follows,
 * behind the suffix and its directional ("50 LaSalle St M-9") or as the last word when it begins with a digit and the name
 * does not need it ("168 Eastern Prom 3R").
 */
function looseUnitStart(
  { word, afterComma }: Tokens,
  from: number,
  end: number,
  unitFollows: boolean,
): number {
  for (let at = from + 1; at < end; at++) {
    const here = word[at] ?? '';
    if (compassPoint(here) ?? suffixOf(here)) continue;
    if (afterComma[at]) return at;
    if (!unitFollows && isLooseId(here, word[at + 1]) && followsSuffix(word, from, at)) return at;
  }
  if (unitFollows || end - from < 2) return end;
  const last = word[end - 1] ?? '';
  if (/^\d/.test(last) && !ORDINAL.test(last) && !NUMBERED.has(word[end - 2] ?? '')) return end - 1;
  return wordsBehindSuffix(word, from, end);
}

/** "Ontario Street Mezzanin": words that are no part of a street behind its suffix. ST and DR may be Saint and Doctor. */
function wordsBehindSuffix(word: readonly string[], from: number, end: number): number {
  let at = end;
  while (at > from && !suffixOf(word[at - 1]) && !compassPoint(word[at - 1])) at--;
  if (at === end || !followsSuffix(word, from, at)) return end;
  const suffix = word[compassPoint(word[at - 1]) ? at - 2 : at - 1];
  return suffix === 'ST' || suffix === 'DR' ? end : at;
}

const ORDINAL = /\d(?:ST|ND|RD|TH)$/;

/** "B", "M-9", "AF 1025". */
function isLooseId(word: string, next: string | undefined): boolean {
  if (/\d/.test(word)) return !ORDINAL.test(word);
  return word.length === 1 || (word.length === 2 && next !== undefined && /^\d+$/.test(next));
}

function followsSuffix(word: readonly string[], from: number, at: number): boolean {
  const before = compassPoint(word[at - 1]) ? at - 2 : at - 1;
  return before > from && (suffixOf(word[before])?.plain ?? false);
}
