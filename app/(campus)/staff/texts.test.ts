import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../lib/text/testing/plain-sentences.ts';
import { PERSON_TEXTS as PERSON } from './[id]/texts.ts';
import { STAFF_TEXTS as STAFF } from './texts.ts';

const texts = [
  STAFF.lead(),
  STAFF.incompleteHidden(),
  STAFF.noMatches(true),
  STAFF.noMatches(false),
  STAFF.noStaff(),
  PERSON.noNumber(true),
  PERSON.noNumber(false),
  PERSON.incomplete(true),
  PERSON.incomplete(false),
  PERSON.sharedHousehold(true),
  PERSON.sharedHousehold(false),
  PERSON.keepSsn(true),
  PERSON.keepSsn(false),
  PERSON.noHousehold(),
  PERSON.noEmployment(),
  PERSON.noAssignment(),
  PERSON.noHistory(),
  PERSON.newIdentity(),
  PERSON.drift(),
  PERSON.unlock(),
  PERSON.unlockTime(),
  PERSON.unlocked(),
  PERSON.locked(),
  PERSON.reason(),
  PERSON.reasonNeeded(),
  PERSON.numberNow(null),
  PERSON.numberChanged(),
  PERSON.employmentRemoved(),
  PERSON.noRows(),
  PERSON.hrManaged(),
  PERSON.readOnly(),
  PERSON.moreHistory(),
  PERSON.changeInHr(),
  PERSON.linked(['2 sections']),
  PERSON.assignmentEnd(),
  PERSON.employmentEnd(),
];

test.each(texts)('%s', (text) => expectPlainSentences(text));

test('only a person who can be edited in Campus is offered the edit', () => {
  expect(PERSON.noNumber(false)).toContain('Add the number under Demographics.');
  expect(PERSON.noNumber(true)).not.toContain('Add the number');
  expect(PERSON.numberNow('7')).toBe('Now: 7');
});
