import { suffixOf } from './suffix.ts';
import { DIRECTIONAL_TABLE } from './tables/directionals.ts';

/** Section 233: directionals. */
const POINTS = new Map(
  DIRECTIONAL_TABLE.flatMap(([point, spellings]) =>
    spellings.split(' ').map((word) => [word, point] as const),
  ),
);

/** Compass point of a folded word, as stored: "NORTHWEST" is "NW". */
export function compassPoint(word: string | undefined): string | undefined {
  return word === undefined ? undefined : POINTS.get(word);
}

export interface Predirectional {
  point: string | null;
  /** Index of the first word of the street name. */
  end: number;
}

/** Section 233.21: the first word, when a name is left after it. */
export function predirectional(word: readonly string[], from: number, end: number): Predirectional {
  const point = compassPoint(word[from]);
  if (!point || end - from < 2 || word[from + 1] === 'OF') return { point: null, end: from };
  const both = end - from > 2 && !isLetterAndWord(word, from) ? joinedPoint(word, from) : undefined;
  const pointAndName = end - from === 3 && suffixOf(word[from + 2]);
  return both && !pointAndName ? { point: both, end: from + 2 } : { point, end: from + 1 };
}

/** Section 233.22: the last word, when a name is left before it. "Avenue E" is a name. */
export function postdirectional(word: readonly string[], from: number, end: number) {
  const point = compassPoint(word[end - 1]);
  if (!point || end - from < 2) return { point: null, start: end };
  const isAvenue = suffixOf(word[from])?.standard === 'AVE';
  if (isAvenue && end - from === 2 && word[end - 1]?.length === 1) return { point: null, start: end };
  const isLettered = isAvenue && end - from === 3 && word[end - 2]?.length === 1;
  const both = end - from > 2 && !isLettered ? joinedPoint(word, end - 2) : undefined;
  return both ? { point: both, start: end - 2 } : { point, start: end - 1 };
}

/** The directional that begins at `at`, of one word or two, before `end`. */
export function directionalAt(word: readonly string[], at: number, end: number): Predirectional {
  const both = at + 1 < end ? joinedPoint(word, at) : undefined;
  if (both) return { point: both, end: at + 2 };
  const point = at < end ? compassPoint(word[at]) : undefined;
  return point ? { point, end: at + 1 } : { point: null, end: at };
}

/** "S West Temple": a letter before a whole word is a point and the name. */
function isLetterAndWord(word: readonly string[], at: number): boolean {
  return word[at]?.length === 1 && (word[at + 1]?.length ?? 0) > 1;
}

/** "S E", "South East" and "South E" written as two words are SE; "E S" and "N S" are two points. */
function joinedPoint(word: readonly string[], at: number): string | undefined {
  const [northSouth, eastWest] = [compassPoint(word[at]), compassPoint(word[at + 1])];
  if ((northSouth !== 'N' && northSouth !== 'S') || (eastWest !== 'E' && eastWest !== 'W')) return undefined;
  return northSouth + eastWest;
}
