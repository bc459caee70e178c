import type { PositionRecord } from '../../../record/record.ts';
import type { StoredPosition } from '../../campus-state.ts';
import { pairEqual } from './pair-equal.ts';
import { endMatches, positionEquals, startMatches } from './position-key.ts';

/** By which rule a record met a position. */
export type MatchRule = 'POS-5' | 'POS-6' | 'POS-13a' | 'POS-13c';

export interface PositionMatch {
  /** Each stored position that a record met, with the rule and the place of the record. */
  met: Map<StoredPosition, { rule: MatchRule; index: number }>;
  /** Places of the records that met none: POS-7 creates them. */
  created: number[];
}

/** POS-13: which of HR's records meets which of a person's stored positions. */
export function matchPositions(
  sent: readonly PositionRecord[],
  stored: readonly StoredPosition[],
): PositionMatch {
  const met: PositionMatch['met'] = new Map();
  const created: number[] = [];
  const equals = pairEqual(sent, stored);
  equals.forEach((position, index) => {
    if (position) met.set(position, { rule: 'POS-13a', index });
  });

  for (const [index, record] of sent.entries()) {
    if (equals[index]) continue;
    const found = meets(
      record,
      stored.filter((position) => !met.has(position)),
    );
    if (found.positions.length === 0) created.push(index);
    for (const position of found.positions) met.set(position, { rule: found.rule, index });
  }

  for (const position of stored) {
    if (met.has(position)) continue;
    const index = recordFor(position, sent);
    if (index >= 0) met.set(position, { rule: 'POS-13c', index });
  }
  return { met, created };
}

/** POS-5, else POS-6, each with all its matches. */
export function meets(
  record: PositionRecord,
  stored: readonly StoredPosition[],
): { rule: 'POS-5' | 'POS-6'; positions: StoredPosition[] } {
  const byStart = stored.filter((position) => startMatches(record, position));
  if (byStart.length > 0) return { rule: 'POS-5', positions: byStart };
  return { rule: 'POS-6', positions: stored.filter((position) => endMatches(record, position)) };
}

/**
 * POS-13c: the first record in the order sent whose key and start match. A position that has the end of such a record
 * already keeps it, else the same list sent twice could move the end back and forth.
 */
function recordFor(position: StoredPosition, sent: readonly PositionRecord[]): number {
  const equal = sent.findIndex((record) => positionEquals(record, position));
  return equal >= 0 ? equal : sent.findIndex((record) => startMatches(record, position));
}
