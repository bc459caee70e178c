import { DIRECTIONAL_TABLE } from './tables/directionals.ts';

const POINTS = new Map(
  DIRECTIONAL_TABLE.flatMap(([point, spellings]) => spellings.split(' ').map((s) => [s, point])),
);

/** Compass point of a folded word (section 233), as stored: "NORTHWEST" is "NW". */
export function compassPoint(word: string | undefined): string | undefined {
  return word === undefined ? undefined : POINTS.get(word);
}

/** "S E" written as two words is SE; "E S" and "N S" are two points. */
export function joinedPoint(first: string | undefined, second: string | undefined): string | undefined {
  const [northSouth, eastWest] = [compassPoint(first), compassPoint(second)];
  if ((northSouth !== 'N' && northSouth !== 'S') || (eastWest !== 'E' && eastWest !== 'W')) return undefined;
  return northSouth + eastWest;
}
