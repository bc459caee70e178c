import type { PositionRecord } from '../../../record/record.ts';
import type { StoredPosition } from '../../campus-state.ts';
import { pairEqual } from './pair-equal.ts';
import {
  endMatches,
  hasAllCodes,
  KEYS,
  type KeyMatches,
  lacksOneCode,
  positionEquals,
  startMatches,
} from './position-key.ts';

/** Which dates of a record and a position are the same; `startShared`: the record has met another position, too (POS-13c). */
export type MatchedBy = 'bothDates' | 'start' | 'end' | 'startShared';

export interface PositionMatch {
  /** Each stored position that a record met, with the dates they share and the place of the record. */
  met: Map<StoredPosition, { by: MatchedBy; index: number }>;
  /** Places of the records that met none: POS-7 creates them. */
  created: number[];
}

/**
 * POS-13: which of HR's records meets which of a person's stored positions. First by all codes HR sent; then the records
 * that met none look among the positions that are left for one that lacks a code (POS-4).
 */
export function matchPositions(
  sent: readonly PositionRecord[],
  stored: readonly StoredPosition[],
): PositionMatch {
  const met: PositionMatch['met'] = new Map();
  const unmet = () => stored.filter((position) => !met.has(position));
  let unmatched = [...sent.keys()];
  /** Records that met positions which lack a code. */
  const fillers: number[] = [];

  for (const key of KEYS) {
    const asked = unmatched;
    const equals = pairEqual(
      asked.map((index) => sent[index] as PositionRecord),
      unmet(),
      key,
    );
    equals.forEach((position, place) => {
      if (position) met.set(position, { by: 'bothDates', index: asked[place] as number });
    });
    unmatched = asked.filter((index, place) => {
      if (equals[place]) return false;
      const { by, positions } = meetsBy(sent[index] as PositionRecord, unmet(), key);
      for (const position of positions) met.set(position, { by, index });
      return positions.length === 0;
    });
    if (key === lacksOneCode) fillers.push(...asked.filter((index) => !unmatched.includes(index)));
  }

  for (const position of unmet()) {
    const index = recordFor(position, sent, fillers);
    if (index !== undefined) met.set(position, { by: 'startShared', index });
  }
  return { met, created: unmatched };
}

interface Met {
  by: 'start' | 'end';
  positions: StoredPosition[];
}

/** POS-5, else POS-6, each with all its matches: of positions that have all codes, else of those that lack one (POS-4). */
export function meets(record: PositionRecord, stored: readonly StoredPosition[]): Met {
  const exact = meetsBy(record, stored, hasAllCodes);
  return exact.positions.length > 0 ? exact : meetsBy(record, stored, lacksOneCode);
}

function meetsBy(record: PositionRecord, stored: readonly StoredPosition[], key: KeyMatches): Met {
  const byStart = stored.filter((position) => startMatches(record, position, key));
  if (byStart.length > 0) return { by: 'start', positions: byStart };
  return { by: 'end', positions: stored.filter((position) => endMatches(record, position, key)) };
}

/**
 * POS-13c: the first record in the order sent whose key and start match. A position that has the end of such a record
 * already keeps it, else the same list sent twice could move the end back and forth. A position that lacks a code follows
 * only a record that met its likes.
 */
function recordFor(
  position: StoredPosition,
  sent: readonly PositionRecord[],
  fillers: readonly number[],
): number | undefined {
  const first = (indexes: Iterable<number>, key: KeyMatches): number | undefined => {
    const alike = [...indexes].filter((index) => startMatches(sent[index] as PositionRecord, position, key));
    return alike.find((index) => positionEquals(sent[index] as PositionRecord, position, key)) ?? alike[0];
  };
  return first(sent.keys(), hasAllCodes) ?? first(fillers, lacksOneCode);
}
