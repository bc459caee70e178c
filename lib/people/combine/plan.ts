import type { Change, ChangeOf, Rows, Table } from '../../change/change.ts';
import { PERSON_ROW_FIELDS } from '../../change/person-row.ts';
import { currentIdentity } from '../../change/plan/identities.ts';
import { rowOf } from '../../change/row-of.ts';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { dayBefore } from '../../text/calendar.ts';
import type { WholePerson } from './load.ts';
import { COMBINE_WHY } from './texts.ts';

/**
 * What combining does: all of the other's rows become the base's, the base keeps its own values, and the other's fill
 * what is empty; of a base that HR manages only in contact data (CMB-3). What the base already has is not duplicated. Pure.
 *
 * @param reseal the other's SSN, sealed for the base's row
 */
export function planCombination(
  base: WholePerson,
  other: WholePerson,
  { today, reseal }: { today: string; reseal: (ssn: SealedSsn) => SealedSsn },
): Change[] {
  return [
    ...ownRow(base, other, reseal),
    ...identities(base, other, today),
    ...moved('employment', base, other.employments, ({ hireDate, terminationDate }) =>
      base.employments.some((own) => own.hireDate === hireDate && own.terminationDate === terminationDate),
    ),
    ...moved(
      'districtAssignment',
      base,
      other.positions.map(({ links: _, ...position }) => position),
      (position) => doubled(base, other, position),
    ),
    ...moved('householdMember', base, other.memberships, ({ householdId }) =>
      base.memberships.some((own) => own.householdId === householdId),
    ),
    ...prolonged(base, other),
    ...moved('enrollment', base, other.enrollments, () => false),
    ...guardianships(base, other),
    {
      table: 'person',
      op: 'delete',
      id: other.id,
      before: rowOf('person', other),
      after: null,
      ...COMBINE_WHY.otherRemoved(),
    },
  ];
}

const CONTACT_FIELDS = ['workPhone', 'cellPhone', 'otherPhone', 'workEmail', 'personalEmail'] as const;

function ownRow(
  base: WholePerson,
  other: WholePerson,
  reseal: (ssn: SealedSsn) => SealedSsn,
): ChangeOf<'person'>[] {
  const before = rowOf('person', base);
  const after = { ...before };
  // Of a base that HR manages only contact data is filled: nothing is lost, and HR's own values stay (CMB-3, RO-1).
  const fields = base.hrManagedAt === null ? PERSON_ROW_FIELDS : CONTACT_FIELDS;
  const filled = fields.filter((field) => isEmpty(before[field]) && !isEmpty(other[field]));
  for (const field of filled)
    if (field === 'ssn') after.ssn = other.ssn && reseal(other.ssn);
    else after[field] = other[field];
  if (filled.length === 0) return [];
  return [{ table: 'person', op: 'update', id: base.id, before, after, ...COMBINE_WHY.filled(filled) }];
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** The other's names become former names: they end before the base's present one begins (ID-2). */
function identities(base: WholePerson, other: WholePerson, today: string): ChangeOf<'identity'>[] {
  const begins = currentIdentity(base)?.startDate ?? today;
  return other.identities.map(({ id, ...before }) => {
    const last = dayBefore(begins);
    const end = before.startDate !== null && before.startDate > last ? before.startDate : last;
    const after = {
      ...before,
      personId: base.id,
      current: false,
      endDate: before.endDate ?? end,
    };
    return { table: 'identity', op: 'update', id, before, after, ...COMBINE_WHY.moved() };
  });
}

/** Rows with a personId: moved to the base, or removed where the base has the same. */
function moved<T extends 'employment' | 'districtAssignment' | 'householdMember' | 'enrollment'>(
  table: T,
  base: WholePerson,
  rows: readonly ({ id: string } & Rows[T])[],
  isDoubled: (row: { id: string } & Rows[T]) => boolean,
): Change[] {
  return rows.map((stored) => {
    const { id, ...rest } = stored;
    const before = rest as unknown as Rows[T];
    const change = isDoubled(stored)
      ? { op: 'delete', after: null, ...COMBINE_WHY.duplicate() }
      : { op: 'update', after: { ...before, personId: base.id }, ...COMBINE_WHY.moved() };
    return { table: table as Table, id, before, ...change } as Change;
  });
}

/** A household of both: the base was a member for all the time that either was. Not known is the earliest start, open the latest end. */
const prolonged = (base: WholePerson, other: WholePerson): ChangeOf<'householdMember'>[] =>
  base.memberships.flatMap(({ id, ...before }) => {
    const theirs = other.memberships.find(({ householdId }) => householdId === before.householdId);
    if (!theirs) return [];
    const startDate = before.startDate && theirs.startDate && [before.startDate, theirs.startDate].sort()[0];
    const endDate = before.endDate && theirs.endDate && [before.endDate, theirs.endDate].sort()[1];
    const after = { ...before, startDate: startDate ?? null, endDate: endDate ?? null };
    if (after.startDate === before.startDate && after.endDate === before.endDate) return [];
    return [{ table: 'householdMember', op: 'update', id, before, after, ...COMBINE_WHY.joined() }];
  });

/** The same position twice; one that a section hangs on is kept all the same (POS-11). */
function doubled(
  base: WholePerson,
  other: WholePerson,
  position: { id: string } & Rows['districtAssignment'],
): boolean {
  const links = other.positions.find(({ id }) => id === position.id)?.links ?? [];
  const keyOf = ({
    schoolNumber,
    assignmentCode,
    titleCode,
    startDate,
    endDate,
  }: Rows['districtAssignment']) =>
    JSON.stringify([schoolNumber, assignmentCode, titleCode, startDate, endDate]);
  return links.length === 0 && base.positions.some((own) => keyOf(own) === keyOf(position));
}

function guardianships(base: WholePerson, other: WholePerson): ChangeOf<'guardianship'>[] {
  const renamed = (id: string) => (id === other.id ? base.id : id);
  const seen = new Set(base.guardianships.map(({ guardianId, studentId }) => `${guardianId} ${studentId}`));
  return other.guardianships.map(({ id, ...before }) => {
    const after = {
      ...before,
      guardianId: renamed(before.guardianId),
      studentId: renamed(before.studentId),
    };
    const key = `${after.guardianId} ${after.studentId}`;
    // Nobody is their own guardian, and nobody is somebody's twice.
    const needless = after.guardianId === after.studentId || seen.has(key);
    seen.add(key);
    return needless
      ? { table: 'guardianship', op: 'delete', id, before, after: null, ...COMBINE_WHY.duplicate() }
      : { table: 'guardianship', op: 'update', id, before, after, ...COMBINE_WHY.moved() };
  });
}
