import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { OWN_TABLES, UNDO_TEXTS as TEXTS } from './texts.ts';

const by = 'Morgan, Alex on 2026-08-31';
const texts: { [key in keyof typeof TEXTS]: string[] } = {
  kept: [
    TEXTS.kept('title', [], 'It is in use.'),
    TEXTS.kept('districtAssignment', ['titleCode', 'endDate'], 'It is in use.'),
  ],
  editedSince: [TEXTS.editedSince(by), TEXTS.editedSince(undefined)],
  removedSince: [TEXTS.removedSince(by), TEXTS.removedSince(undefined)],
  replaced: [TEXTS.replaced()],
  sentAgain: [TEXTS.sentAgain()],
  numberTaken: [TEXTS.numberTaken('7')],
  onlyCode: [TEXTS.onlyCode()],
  personHas: OWN_TABLES.map(TEXTS.personHas),
  linked: [TEXTS.linked(['Algebra I', 'Geometry'])],
  sharedHousehold: [TEXTS.sharedHousehold()],
  householdInUse: [TEXTS.householdInUse()],
  addressGone: [TEXTS.addressGone()],
  undone: [TEXTS.undone('synchronization', '2026-08-31'), TEXTS.undone('undo', '2026-08-31')],
  creationUndone: [TEXTS.creationUndone()],
  removalUndone: [TEXTS.removalUndone()],
};

test.each(Object.values(texts).flat())('%s', (text) => expectPlainSentences(text));

test('what is kept is named by its labels', () => {
  expect(TEXTS.kept('person', ['workPhone', 'hrManagedAt'], TEXTS.editedSince(undefined))).toBe(
    'Person (work phone, managed by HR) is kept. It was edited since then.',
  );
});
