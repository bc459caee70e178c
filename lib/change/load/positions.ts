import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { type StaffRecord, staffNumberKey } from '../../record/record.ts';
import type { CampusPerson, StoredPosition } from '../campus-state.ts';

type Text = string | null;

/**
 * Reads the people's positions. What a position is linked to is looked up only where the batch's `records` might
 * remove it; without records, for all.
 */
export async function loadPositions(
  tx: Transaction,
  people: Map<string, CampusPerson>,
  records?: readonly StaffRecord[],
): Promise<void> {
  const tuples = await tx.tuples<[string, string, string, Text, Text, string, Text]>(
    `select id, person_id, school_number, assignment_code, title_code, start_date, end_date
       from district_assignment where district_id = $1 and person_id = any($2::uuid[]) order by id`,
    [tx.districtId, arrayLiteral([...people.keys()])],
  );
  for (const [id, personId, schoolNumber, assignmentCode, titleCode, startDate, endDate] of tuples)
    people.get(personId)?.positions.push({
      id,
      personId,
      schoolNumber,
      assignmentCode,
      titleCode,
      startDate,
      endDate,
      links: [],
    });
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
  const tuples = await tx.tuples<[string, string]>(
    `select l.assignment_id, s.name
       from section_staff l join section s on s.district_id = $1 and s.id = l.section_id
      where l.district_id = $1 and l.assignment_id = any($2::uuid[]) order by s.name, s.id`,
    [tx.districtId, arrayLiteral([...byId.keys()])],
  );
  for (const [assignmentId, name] of tuples) byId.get(assignmentId)?.links.push(name);
}
