import type { CampusPerson } from '../../change/campus-state.ts';
import type { PersonPlan } from '../../change/person-plan.ts';
import { currentIdentity } from '../../change/plan/identities.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { WhoseEntries } from './bound.ts';

/** Whose entries a record makes: named as Campus has the person, found by HR's name, number and e-mails, too. */
export function whoseEntries(
  plan: PersonPlan,
  { staffNumber, demographics }: StaffRecord,
  person: CampusPerson | null,
): WhoseEntries {
  const current = person ? currentIdentity(person) : undefined;
  const { lastName, firstName, workEmail, personalEmail } = demographics;
  return {
    staffNumber,
    lastName: current?.lastName ?? lastName ?? null,
    firstName: current?.firstName ?? firstName ?? null,
    alsoFound: [
      ...[lastName, firstName, workEmail, personalEmail],
      ...[person?.staffNumber, person?.workEmail, person?.personalEmail],
    ],
    warnings: plan.warnings,
  };
}
