import type { FieldError } from '../../failure.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';
import type { FailureCause, PlanMode } from '../person-plan.ts';
import { PLAN_TEXTS } from './messages.ts';

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
      ? PLAN_TEXTS.numberTaken(staffNumber?.trim() ?? '')
      : PLAN_TEXTS.numberTakenBySeveral(staffNumber?.trim() ?? '', others + 1)),
  },
});

/** SYNC-7. */
export const numberShared = (staffNumber: string, count: number): NoMatch => ({
  cause: 'numberShared',
  error: {
    pointer: '/staffNumber',
    code: 'duplicateStaffNumber',
    ...PLAN_TEXTS.numberShared(staffNumber, count),
  },
});

export const numberUnknown = (staffNumber: string): NoMatch => ({
  cause: 'numberUnknown',
  error: {
    pointer: '/staffNumber',
    code: 'unknownStaffNumber',
    ...PLAN_TEXTS.numberUnknown(staffNumber),
  },
});
