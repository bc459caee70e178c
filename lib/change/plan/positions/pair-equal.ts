import type { PositionRecord } from '../../../record/record.ts';
import type { StoredPosition } from '../../campus-state.ts';
import { codesOf, hasAllCodes, type KeyMatches, positionEquals } from './position-key.ts';

/**
 * POS-13a: pairs records with positions they equal, one to one; the result has, for each record, its position. Records
 * with more codes choose first, and each takes the position with the fewest codes beyond its own. Among positions that
 * are as good, one that nobody else needs: an earlier record gives its choice up for another one as good where a later
 * one would find none (Kuhn's augmenting paths). So the list of a commit meets all it wrote when it is sent again.
 */
export function pairEqual(
  sent: readonly PositionRecord[],
  stored: readonly StoredPosition[],
  keyMatches: KeyMatches = hasAllCodes,
): (StoredPosition | undefined)[] {
  const positionOf: (StoredPosition | undefined)[] = sent.map(() => undefined);
  const recordOf = new Map<StoredPosition, number>();
  if (stored.length === 0) return positionOf;
  const order = [...sent.keys()].sort(
    (a, b) => codesOf(sent[b] as PositionRecord) - codesOf(sent[a] as PositionRecord),
  );

  const choices = new Map<number, StoredPosition[]>();
  const choicesOf = (index: number): StoredPosition[] => {
    const known = choices.get(index);
    if (known) return known;
    const record = sent[index] as PositionRecord;
    const found = stored
      .filter((position) => positionEquals(record, position, keyMatches))
      .sort((a, b) => codesOf(a) - codesOf(b));
    choices.set(index, found);
    return found;
  };
  const place = (index: number, tried: Set<StoredPosition>): boolean => {
    const free = choicesOf(index).find((position) => !recordOf.has(position) && !tried.has(position));
    if (free) return settle(index, free);
    for (const position of choicesOf(index)) {
      if (tried.has(position)) continue;
      tried.add(position);
      if (place(recordOf.get(position) as number, tried)) return settle(index, position);
    }
    return false;
  };
  const settle = (index: number, position: StoredPosition): true => {
    recordOf.set(position, index);
    positionOf[index] = position;
    return true;
  };
  for (const index of order) place(index, new Set());
  return positionOf;
}
