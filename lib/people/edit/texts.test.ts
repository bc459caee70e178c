import { expect, test } from 'vitest';
import { PERSON_ROW_FIELDS } from '../../change/person-row.ts';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { EDIT_TEXTS as TEXTS, EDIT_WHY as WHY } from './texts.ts';

const actor = 'Morgan, Alex';
const whys: { [key in keyof typeof WHY]: ReturnType<(typeof WHY)[key]> } = {
  personEdited: WHY.personEdited(actor, PERSON_ROW_FIELDS),
  nameEdited: WHY.nameEdited(actor),
  rowEdited: WHY.rowEdited(actor),
  numberCorrected: WHY.numberCorrected('RO-3', actor, 'HR renumbered the staff.'),
  employmentRemoved: WHY.employmentRemoved(actor, 'HR sent a wrong year.'),
};
const texts: { [key in keyof typeof TEXTS]: string } = {
  readOnly: TEXTS.readOnly(),
  managedByHr: TEXTS.managedByHr('positions'),
  changeInHr: TEXTS.changeInHr(),
  numberHint: TEXTS.numberHint(),
  employmentHint: TEXTS.employmentHint(),
  changedMeanwhile: TEXTS.changedMeanwhile(),
  linked: TEXTS.linked('2026-08-31', ['Algebra I', 'Geometry']),
  linkedShort: TEXTS.linkedShort(),
  unknownTitle: TEXTS.unknownTitle('T1'),
  chooseTitle: TEXTS.chooseTitle(),
  numberIsTaken: TEXTS.numberIsTaken('7', 'Brown, Kim'),
  numberMustBeUnique: TEXTS.numberMustBeUnique(),
  sameNumber: TEXTS.sameNumber('7'),
  noSuchEmployment: TEXTS.noSuchEmployment(),
  unknownRow: TEXTS.unknownRow(),
};

test.each([...Object.values(whys).map(({ reason }) => reason), ...Object.values(texts)])('%s', (text) =>
  expectPlainSentences(text),
);

test.each([
  ['ssn', 'HR manages this person’s Social Security number.'],
  ['workPhone', 'HR manages this person’s work phone.'],
  ['employments', 'HR manages this person’s employments.'],
] as const)('a refusal names %s by its label', (field, text) => {
  expect(TEXTS.managedByHr(field)).toBe(text);
});

test('a reason names fields by their labels', () => {
  expect(WHY.personEdited(actor, ['workPhone', 'ssn']).reason).toBe(
    'Morgan, Alex changed this in Campus: work phone and Social Security number.',
  );
});
