import type { FieldError, Warning } from '../../../failure.ts';
import { oddPosition } from '../../../record/odd-dates.ts';
import type { PositionRecord } from '../../../record/record.ts';
import type { CampusPerson } from '../../campus-state.ts';
import { type Change, marksOnly } from '../../change.ts';
import type { Batch, FailedPlan, FailureCause, MadePlan, PositionPlan } from '../../person-plan.ts';
import { markManaged } from '../demographics.ts';
import { PLAN_TEXTS } from '../messages.ts';
import { mergedNotices, settledDrift } from '../notices.ts';
import { openAfterEnd } from '../open-after-end.ts';
import { positionReferenceErrors } from '../references.ts';
import { WHY } from '../texts.ts';
import { meets } from './match-positions.ts';
import { newPosition, positionUpdates } from './plan-positions.ts';

/** POS-8: always creates; it "does not fail if you create two positions with the same values". */
export function planPositionCreate(sent: PositionRecord, person: CampusPerson, batch: Batch): PositionPlan {
  const { errors, warnings } = positionReferenceErrors(sent, batch.state.reference);
  if (errors.length > 0) return failed(person, 'values', errors);
  const title = batch.titles.findOrPlan(sent, '/titleDescription');
  const position = newPosition(sent, person.id, batch.newId(), WHY.positionCreatedByCall());
  const changes = [markManaged(person, batch.now), title.change, position].filter(
    (change) => change !== null,
  );
  return planned(
    person,
    changes,
    [position.id],
    [
      ...warnings,
      ...oddPosition(sent, ''),
      ...openAfterEnd(person, changes, batch.today, '/endDate'),
      ...(title.warning ? [title.warning] : []),
    ],
  );
}

/**
 * POS-9: updates a date by POS-5 and POS-6 as they stand, and adds a code that Campus lacks (POS-4), which may be a new
 * title. No match is the error `positionNotFound`.
 */
export function planPositionUpdate(sent: PositionRecord, person: CampusPerson, batch: Batch): PositionPlan {
  const { errors, warnings } = positionReferenceErrors(sent, batch.state.reference);
  if (errors.length > 0) return failed(person, 'values', errors);
  const { by, positions } = meets(sent, person.positions);
  if (positions.length === 0) return failed(person, 'positionUnknown', [NOT_FOUND]);
  const title = batch.titles.findOrPlan(sent, '/titleDescription');
  const updates = positions.flatMap((position) => positionUpdates(position, sent, by));
  const changes = [markManaged(person, batch.now), title.change, ...updates].filter(
    (change) => change !== null,
  );
  const found = positions.map(({ id }) => id);
  return planned(person, changes, found, [
    ...warnings,
    ...oddPosition(sent, ''),
    ...openAfterEnd(person, changes, batch.today, '/endDate'),
    ...(title.warning ? [title.warning] : []),
  ]);
}

const NOT_FOUND: FieldError = {
  pointer: '',
  code: 'positionNotFound',
  ...PLAN_TEXTS.positionNotFound(),
};

function planned(
  person: CampusPerson,
  changes: Change[],
  positions: string[],
  warnings: Warning[],
): MadePlan & { positions: string[] } {
  const merged = mergedNotices(person);
  return {
    staffNumber: person.staffNumber ?? '',
    personId: person.id,
    rev: person.rev,
    outcome: changes.every(marksOnly) ? 'unchanged' : 'updated',
    changes,
    warnings: [...warnings, ...merged.warnings],
    errors: [],
    notes: [],
    settles: [...merged.settles, ...settledDrift(person, undefined, changes, positions)],
    positions,
  };
}

const failed = (person: CampusPerson, cause: FailureCause, errors: FieldError[]): FailedPlan => ({
  staffNumber: person.staffNumber ?? '',
  outcome: 'failed',
  cause,
  changes: [],
  warnings: [],
  errors,
  notes: [],
});
