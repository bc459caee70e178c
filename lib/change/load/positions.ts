import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { section } from '../../../db/schema/district.ts';
import { sectionStaff } from '../../../db/schema/person.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, StoredPosition } from '../campus-state.ts';
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
  const sent = new Map<string, Set<string>>();
  for (const { staffNumber, positions } of records)
    if (positions) sent.set(staffNumberKey(staffNumber), new Set(positions.map((p) => equalityKey(p))));
  return (person) => {
    const keys = sent.get(staffNumberKey(person.staffNumber ?? ''));
    if (!keys) return [];
    const seen = new Set<string>();
    // Twins: only the first of equal positions is surely met (POS-13a).
    return person.positions.filter((position) => {
      const key = equalityKey(position);
      if (seen.has(key)) return true;
      seen.add(key);
      return !keys.has(key);
    });
  };
}

const equalityKey = (p: Omit<StoredPosition, 'id' | 'personId' | 'links'>): string =>
  [p.schoolNumber, p.assignmentCode, p.titleCode, p.startDate, p.endDate].join('\u0000');

async function loadLinks(tx: Transaction, positions: StoredPosition[]): Promise<void> {
  if (positions.length === 0) return;
  const byId = new Map(positions.map((position) => [position.id, position]));
  for (const { positionId, name } of await linksOf(tx, { positions: [...byId.keys()] }))
    byId.get(positionId)?.links.push(name);
}
