import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { section } from '../../../db/schema/district.ts';
import { sectionStaff } from '../../../db/schema/person.ts';
import { type PositionRecord, type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, StoredPosition } from '../campus-state.ts';
import { samePosition } from '../plan/positions/position-key.ts';
import { positionsOf } from './own-rows.ts';

/** The sections that positions are linked to (POS-11). */
export const linksOf = defineQuery(
  'sections that positions are linked to',
  (orm, p: Params<{ positions: readonly string[] }>) =>
    orm
      .select({ positionId: sectionStaff.assignmentId, name: section.name })
      .from(sectionStaff)
      .innerJoin(section, and(inDistrict(section), eq(section.id, sectionStaff.sectionId)))
      .where(and(inDistrict(sectionStaff), isOneOf(sectionStaff.assignmentId, p.positions)))
      .orderBy(section.name, section.id),
);

/**
 * Reads the people's positions. What a position is linked to is looked up only where the batch's `records` might
 * remove it; without records, for all.
 */
export async function loadPositions(
  tx: Transaction,
  people: Map<string, CampusPerson>,
  records?: readonly StaffRecord[],
): Promise<void> {
  for (const row of await positionsOf(tx, { ids: [...people.keys()] }))
    people.get(row.personId)?.positions.push({ ...row, links: [] });
  await loadLinks(
    tx,
    [...people.values()].flatMap(records ? unmatchedBy(records) : (person) => person.positions),
  );
}

/** Positions whose start no sent position of the person names at that school: all that a plan could remove are there. */
function unmatchedBy(records: readonly StaffRecord[]): (person: CampusPerson) => StoredPosition[] {
  const sent = new Map<string, readonly PositionRecord[]>();
  for (const { staffNumber, positions } of records)
    if (positions) sent.set(staffNumberKey(staffNumber), positions);
  return ({ staffNumber, positions }) => {
    const listed = sent.get(staffNumberKey(staffNumber ?? ''));
    if (!listed) return [];
    // Twins: only the first of equal positions is surely met (POS-13a).
    return positions.filter(
      (position, i) =>
        !listed.some((one) => samePosition(one, position)) ||
        positions.findIndex((other) => samePosition(other, position)) < i,
    );
  };
}

async function loadLinks(tx: Transaction, positions: StoredPosition[]): Promise<void> {
  if (positions.length === 0) return;
  const byId = new Map(positions.map((position) => [position.id, position]));
  for (const { positionId, name } of await linksOf(tx, { positions: [...byId.keys()] }))
    byId.get(positionId)?.links.push(name);
}
