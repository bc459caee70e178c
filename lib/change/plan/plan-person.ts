import type { FieldError, Warning } from '../../failure.ts';
import { oddDates } from '../../record/odd-dates.ts';
import { oddValues } from '../../record/odd-values.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { CampusPerson } from '../campus-state.ts';
import { type Change, marksOnly } from '../change.ts';
import type { Batch, FailedPlan, FailureCause, MadePlan, PersonPlan } from '../person-plan.ts';
import { newPerson, planDemographics } from './demographics.ts';
import { planEmployments } from './employments.ts';
import {
  createHousehold,
  type HouseholdPlan,
  householdErrors,
  planHousehold,
} from './household/plan-household.ts';
import { currentIdentity, newIdentity, planIdentities } from './identities.ts';
import { matchPerson } from './match-person.ts';
import { PLAN_TEXTS } from './messages.ts';
import { mergedNotices, settledDrift } from './notices.ts';
import { openAfterEnd } from './open-after-end.ts';
import { planPositions } from './positions/plan-positions.ts';
import { referenceErrors } from './references.ts';

/**
 * What one record of HR's does to Campus. Pure: the same record on the same state gives the same plan, but for new ids.
 *
 * @param people everyone in Campus with the record's staff number
 */
export function planPerson(record: StaffRecord, people: readonly CampusPerson[], batch: Batch): PersonPlan {
  const { person, failure } = matchPerson(record, people, batch.mode);
  const reference = referenceErrors(record, batch.state.reference);
  const errors = [...reference.errors, ...householdErrors(record.household, person)];
  // Nothing is planned for one who fails: others of the batch build on the titles and addresses it would bring.
  if (failure) return failed(record, failure.cause, [failure.error, ...errors]);
  if (errors.length > 0) return failed(record, 'values', errors);

  const plan = person ? updatePerson(record, person, batch) : createPerson(record, batch);
  return {
    ...plan,
    warnings: [
      ...reference.warnings,
      ...oddDates(record),
      ...oddValues(record, batch.today),
      ...positionsStillOpen(record, person, plan.changes, batch.today),
      ...plan.warnings,
    ],
  };
}

/** Only of a record that has one of the two: another call did not bring the difference about. */
function positionsStillOpen(
  record: StaffRecord,
  person: CampusPerson | null,
  changes: readonly Change[],
  today: string,
): Warning[] {
  if (!record.employments?.length && !record.positions) return [];
  const pointer = record.positions ? '/positions' : '/employments';
  return openAfterEnd(person ?? { employments: [], positions: [] }, changes, today, pointer);
}

const failed = (record: StaffRecord, cause: FailureCause, errors: FieldError[]): FailedPlan => ({
  staffNumber: record.staffNumber,
  outcome: 'failed',
  cause,
  changes: [],
  warnings: [],
  errors,
  notes: [],
});

function createPerson(record: StaffRecord, batch: Batch): MadePlan {
  const id = batch.newId();
  const { lastName, firstName, middleName = null } = record.demographics;
  // The create schema has required both names.
  const name = { lastName: lastName ?? '', firstName: firstName ?? '', middleName };
  const nobody = { id, positions: [], employments: [] };
  const positions = planPositions(record.positions ?? [], nobody, batch);
  const household = record.household
    ? createHousehold(record.household, id, name.lastName, batch)
    : WITHOUT_HOUSEHOLD;
  return {
    staffNumber: record.staffNumber,
    personId: id,
    rev: null,
    outcome: 'created',
    changes: [
      newPerson(record, id, batch.now),
      newIdentity(name, id, batch.today, batch.newId()),
      ...planEmployments(record.employments ?? [], nobody, batch.newId),
      ...positions.changes,
      ...household.changes,
    ],
    warnings: [...positions.warnings, ...household.warnings],
    errors: [],
    notes: [...positions.notes, ...household.notes],
  };
}

const NOTHING: HouseholdPlan = { changes: [], warnings: [], notes: [] };

/** HH-2: creating says that there is no household, because the address can't be seen to be missing later. */
const WITHOUT_HOUSEHOLD: HouseholdPlan = {
  ...NOTHING,
  warnings: [
    {
      code: 'noHousehold',
      message: PLAN_TEXTS.noHousehold(),
      pointer: '/household',
    },
  ],
};

function updatePerson(record: StaffRecord, person: CampusPerson, batch: Batch): MadePlan {
  const demographics = planDemographics(record, person, batch.now);
  const identities = planIdentities(record, person, {
    today: batch.today,
    newId: batch.newId,
    initialIsNoChange: batch.state.initialIsNoChange,
  });
  const employments = planEmployments(record.employments ?? [], person, batch.newId);
  const positions = record.positions ? planPositions(record.positions, person, batch) : NOTHING;
  const lastName = record.demographics.lastName ?? currentIdentity(person)?.lastName ?? null;
  const household = record.household ? planHousehold(record.household, person, lastName, batch) : NOTHING;
  const merged = mergedNotices(person);
  const changes: Change[] = [
    ...(demographics ? [demographics] : []),
    ...identities,
    ...employments,
    ...positions.changes,
    ...household.changes,
  ];
  return {
    staffNumber: record.staffNumber,
    personId: person.id,
    rev: person.rev,
    outcome: changes.every(marksOnly) ? 'unchanged' : 'updated',
    changes,
    warnings: [...positions.warnings, ...household.warnings, ...merged.warnings],
    errors: [],
    notes: [...positions.notes, ...household.notes],
    settles: [...merged.settles, ...settledDrift(person, record, changes)],
  };
}
