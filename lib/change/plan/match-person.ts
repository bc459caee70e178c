import type { FieldError } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { FailureCause, PlanMode } from '../person-plan.ts';

export interface NoMatch {
  cause: Exclude<FailureCause, 'values'>;
  error: FieldError;
}

/** The person a record is for; null for a person to create. A record that no or several people fit has a `failure`. */
export function matchPerson(
  { staffNumber }: Pick<StaffRecord, 'staffNumber'>,
  people: readonly CampusPerson[],
  mode: PlanMode,
): { person: CampusPerson | null; failure?: NoMatch } {
  const [person = null, ...others] = people;
  if (mode === 'create')
    return { person: null, ...(person && { failure: numberTaken(person, others.length) }) };
  if (others.length > 0) return { person: null, failure: numberShared(staffNumber, people.length) };
  if (mode === 'update' && person === null) return { person, failure: numberUnknown(staffNumber) };
  return { person };
}

/** STAFF-4. An update is refused while several people have the number, so it is not proposed then. */
const numberTaken = ({ staffNumber }: CampusPerson, others: number): NoMatch => ({
  cause: 'numberTaken',
  error: {
    pointer: '/staffNumber',
    code: 'staffNumberTaken',
    ...(others === 0
      ? {
          message: `The staff number "${staffNumber?.trim()}" is taken by a person in Campus.`,
          hint: `PUT staffMembers/${staffNumber?.trim()} updates that person.`,
        }
      : {
          message: `The staff number "${staffNumber?.trim()}" is taken by ${others + 1} people in Campus.`,
          hint: CORRECT_NUMBERS,
        }),
  },
});

const CORRECT_NUMBERS =
  'Ask an administrator to correct the numbers in Campus. Check Campus Data lists them.';

/** SYNC-7. */
export const numberShared = (staffNumber: string, count: number): NoMatch => ({
  cause: 'numberShared',
  error: {
    pointer: '/staffNumber',
    code: 'duplicateStaffNumber',
    message: `${count} people in Campus have the staff number "${staffNumber}", and Campus can't know which one HR means.`,
    hint: CORRECT_NUMBERS,
  },
});

export const numberUnknown = (staffNumber: string): NoMatch => ({
  cause: 'numberUnknown',
  error: {
    pointer: '/staffNumber',
    code: 'unknownStaffNumber',
    message: `Nobody in Campus has the staff number "${staffNumber}".`,
    hint: 'POST staffMembers creates a staff member.',
  },
});
