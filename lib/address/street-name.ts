import { textOf } from './delivery-line.ts';
import { compassPoint, joinedPoint } from './directional.ts';
import { endsStreet, findHighway } from './highway.ts';
import { suffixOf } from './suffix.ts';
import { ARTICLES, OTHER_STREET_PREFIXES, SPANISH_PREFIX_TABLE } from './tables/streets.ts';
import type { Tokens } from './tokens.ts';

export interface StreetName {
  prefix: string | null;
  street: string | null;
  tag: string | null;
  direction: string | null;
}

const PREFIX_WORDS = new Set([
  ...SPANISH_PREFIX_TABLE.map(([word]) => word),
  ...OTHER_STREET_PREFIXES,
  'CLL',
  'CAM',
]);
const ARTICLE_WORDS = new Set(ARTICLES);

/** Directionals, name and suffix of the words from `from` to `end`, read right to left (sections 231–235). */
export function parseStreetName(tokens: Tokens, from: number, end: number): StreetName {
  const { word } = tokens;
  const lead = predirectional(word, from, end);
  const highway = findHighway(word, lead.end, end) ?? (lead.end > from ? findHighway(word, from, end) : null);
  if (highway && endsStreet(word, highway, end)) {
    const start = highway.start < lead.end ? from : lead.end;
    return {
      prefix: start === from ? null : lead.point,
      street: textOf(tokens, start, highway.end),
      tag: null,
      direction: highway.end < end ? pointOf(word, highway.end, end) : null,
    };
  }
  const trail = postdirectional(word, lead.end, end);
  const suffix = suffixAt(word, lead, trail.start);
  const nameEnd = suffix ? trail.start - 1 : trail.start;
  if (nameEnd <= lead.end && lead.end > from) {
    // Section 233: the only word before the suffix is the name, though it is a compass point ("North Ave").
    return {
      prefix: null,
      street: textOf(tokens, from, nameEnd),
      tag: suffix?.tag ?? null,
      direction: trail.point,
    };
  }
  return {
    prefix: lead.point,
    street: textOf(tokens, lead.end, nameEnd),
    tag: suffix?.tag ?? null,
    direction: trail.point,
  };
}

function predirectional(
  word: readonly string[],
  from: number,
  end: number,
): { point: string | null; end: number } {
  const point = compassPoint(word[from]);
  if (!point || end - from < 2 || word[from + 1] === 'OF') return { point: null, end: from };
  if ((word[from] === 'NO' || word[from] === 'SO') && end - from < 2) return { point: null, end: from };
  const joined = end - from > 2 && word[from]?.length === 1 && word[from + 1]?.length === 1;
  const both = joined ? joinedPoint(word[from], word[from + 1]) : undefined;
  if (both && !(end - from === 3 && suffixOf(word[from + 2]))) return { point: both, end: from + 2 };
  return { point, end: from + 1 };
}

function postdirectional(
  word: readonly string[],
  from: number,
  end: number,
): { point: string | null; start: number } {
  const point = compassPoint(word[end - 1]);
  const letterName = end - from === 2 && suffixOf(word[from])?.standard === 'AVE';
  if (!point || end - from < 2 || letterName) return { point: null, start: end };
  const both =
    end - from > 2 && word[end - 2]?.length === 1 ? joinedPoint(word[end - 2], word[end - 1]) : undefined;
  return both ? { point: both, start: end - 2 } : { point, start: end - 1 };
}

function pointOf(word: readonly string[], from: number, end: number): string | null {
  return (end - from === 2 ? joinedPoint(word[from], word[from + 1]) : compassPoint(word[from])) ?? null;
}

/** The last word as suffix (section 234), unless it is the name itself. */
function suffixAt(word: readonly string[], lead: { point: string | null; end: number }, end: number) {
  const suffix = suffixOf(word[end - 1]);
  if (!suffix) return undefined;
  const nameLength = end - 1 - lead.end;
  if (nameLength === 0) return lead.point && suffix.plain ? suffix : undefined;
  const before = word[end - 2] ?? '';
  if (suffix.plain) return suffix;
  if (PREFIX_WORDS.has(word[lead.end] ?? '') || ARTICLE_WORDS.has(before)) return undefined;
  return suffix;
}
