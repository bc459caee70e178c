import { expect, test } from 'vitest';
import { PERSON_ROW_FIELDS } from '../person-row.ts';
import { WHY } from './texts.ts';

const date = '2026-08-31';

/** Every text with parameters as plans give them; a key without an example does not compile. */
const EXAMPLES: { [key in keyof typeof WHY]: ReturnType<(typeof WHY)[key]>[] } = {
  markManaged: [WHY.markManaged()],
  personUpdated: [WHY.personUpdated(['workPhone']), WHY.personUpdated(PERSON_ROW_FIELDS)],
  personCreated: [WHY.personCreated('10058')],
  nameBegins: [WHY.nameBegins('Simpson, Pat', date)],
  nameEnds: [WHY.nameEnds('Simpson, Pat', date)],
  nameEndsAtOnce: [WHY.nameEndsAtOnce('Simpson, Pat', date)],
  employmentCreated: [WHY.employmentCreated(date, null), WHY.employmentCreated(date, date)],
  terminationMoved: [WHY.terminationMoved(date, null), WHY.terminationMoved(date, date)],
  hireMoved: [WHY.hireMoved(null, date, date), WHY.hireMoved(date, date, date)],
  positionCreated: [WHY.positionCreated()],
  positionCreatedByCall: [WHY.positionCreatedByCall()],
  positionCompleted: [
    WHY.positionCompleted('start', 'titleCode', 'T1'),
    WHY.positionCompleted('end', 'assignmentCode', '20'),
    WHY.positionCompleted('bothDates', 'titleCode', 'T1'),
  ],
  positionMoved: [WHY.positionMoved('start', 'endDate', null), WHY.positionMoved('end', 'startDate', date)],
  positionRemoved: [WHY.positionRemoved()],
  positionKept: [WHY.positionKept(['Algebra I'])],
  titleCreated: [WHY.titleCreated('T1', 'Teacher')],
  addressCreated: [WHY.addressCreated()],
  addressCompleted: [WHY.addressCompleted(['county', 'locationCode', 'zip'])],
  householdCreated: [WHY.householdCreated()],
  householdUpdated: [WHY.householdUpdated(['name', 'phone'])],
  householdUnclear: [WHY.householdUnclear(2)],
  householdShared: [WHY.householdShared()],
  householdOfOthers: [WHY.householdOfOthers()],
  locationUpdated: [WHY.locationUpdated(['startDate', 'mailing', 'zip'])],
  locationUnchanged: [WHY.locationUnchanged()],
  locationRepeated: [WHY.locationRepeated()],
  locationReplaced: [WHY.locationReplaced(date, date)],
  locationEnded: [WHY.locationEnded(date)],
  locationFollows: [WHY.locationFollows(true), WHY.locationFollows(false)],
  locationCreated: [WHY.locationCreated(true), WHY.locationCreated(false)],
};

test.each(Object.values(EXAMPLES).flat())('$rule: $reason', ({ rule, reason }) => {
  expect(rule).toMatch(/^[A-Z]+-\d+[ac]?$/);
  // A sentence, without property names.
  expect(reason).toMatch(/^[A-Z].*\.$/);
  expect(reason).not.toMatch(/[a-z][A-Z]|null|undefined|anew|whoever|mend/);
});

test('a text names the fields that differ, by their labels', () => {
  expect(WHY.personUpdated(['workPhone', 'birthDate']).reason).toBe(
    'HR sent a different work phone and birth date.',
  );
  expect(WHY.positionMoved('start', 'endDate', null).reason).toBe(
    'Same position and start date: the end date is removed.',
  );
});
