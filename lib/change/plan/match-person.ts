import type { FieldError } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { PlanMode } from '../person-plan.ts';

/** Whom a record means: one person of Campus, nobody yet, or it can't be told. */
export function matchPerson(
  { staffNumber }: Pick<StaffRecord, 'staffNumber'>,
  people: readonly CampusPerson[],
  mode: PlanMode,
): { person: CampusPerson | null; errors: FieldError[] } {
  const [person = null, ...others] = people;
  if (mode === 'create') return { person: null, errors: person ? [taken(person)] : [] };
  if (others.length > 0) return { person: null, errors: [shared(staffNumber, people.length)] };
  if (mode === 'update' && person === null) return { person, errors: [unknown(staffNumber)] };
  return { person, errors: [] };
}

/** STAFF-4. */
const taken = ({ staffNumber }: CampusPerson): FieldError => ({
  pointer: '/staffNumber',
  code: 'staffNumberTaken',
  message: `The staff number "${staffNumber}" is taken by a person in Campus.`,
  hint: `PUT staffMembers/${staffNumber?.trim()} updates that person.`,
});

/** SYNC-7. */
const shared = (staffNumber: string, count: number): FieldError => ({
  pointer: '/staffNumber',
  code: 'duplicateStaffNumber',
  message: `${count} people in Campus have the staff number "${staffNumber}", and Campus can't know which one HR means.`,
  hint: 'Ask an administrator to correct the numbers in Campus. Check Campus Data lists them.',
});

const unknown = (staffNumber: string): FieldError => ({
  pointer: '/staffNumber',
  code: 'unknownStaffNumber',
  message: `Nobody in Campus has the staff number "${staffNumber}".`,
  hint: 'POST staffMembers creates a staff member.',
});
