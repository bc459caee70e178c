import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { TEXTS } from './texts.ts';

test.each([
  [TEXTS.arrived(0, 0), /^Waiting for the human resource vendor/],
  [TEXTS.arrived(1, 0), '1 staff member has been transferred so far. More may still come.'],
  [
    TEXTS.stagedByOthers([
      { kind: 'client', name: 'Payroll', staff: 1_200 },
      { kind: 'user', name: 'Archer, Alice', staff: 3 },
    ]),
    /the HR client Payroll \(1,200\), Archer, Alice \(3\)/,
  ],
  [TEXTS.arrived(1_200, 2), /^1,200 staff members have .* 2 invalid records were set aside\.$/],
  [TEXTS.willBeDiscarded(1), '1 transferred staff member will be discarded.'],
  [TEXTS.committedSoFar(3, 10), /^3 of 10 have been committed so far\./],
  [
    TEXTS.committed({ created: 1, updated: 2, unchanged: 3, failed: 0 }),
    '1 created, 2 updated, 3 unchanged, 0 failed.',
  ],
  [TEXTS.willBeRestored(1), /^1 person is restored to the state before\./],
  [TEXTS.rate(null, null), 'Just started'],
  [TEXTS.rate(12.4, 0), '12 a second'],
  [TEXTS.noResults('search'), /^Search for part/],
  [TEXTS.noResults('outcome'), 'Choose another outcome above.'],
  [TEXTS.noResults(null), 'This synchronization was not committed.'],
  [TEXTS.nobodyWith('Failed', false), 'Nobody failed'],
  [TEXTS.nobodyWith('Updated', false), 'Nobody was updated'],
  [TEXTS.nobodyWith('Restored', true), 'Nobody with the outcome “Restored”'],
  [TEXTS.isUndo(true), /^This is the undo of/],
  [TEXTS.isUndo(false), /cancelled before it finished\.$/],
  [TEXTS.undoneBy('live'), 'This synchronization is being undone.'],
  [TEXTS.undoneBy('committed'), 'This synchronization was undone.'],
  [TEXTS.undoneBy('cancelled'), /cancelled before it finished\.$/],
  [TEXTS.undoIsUndoable(), 'You can undo this undo, too.'],
  [TEXTS.done.restart, 'The transfer was restarted.'],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});

test.each([
  TEXTS.lead(),
  TEXTS.noStaff(),
  TEXTS.noHistory(),
  TEXTS.notToEnd(),
  TEXTS.notToValidate(),
  TEXTS.notToCommit(),
  TEXTS.restartsAll(),
  TEXTS.nothingIsLost(),
  TEXTS.approved(),
  TEXTS.timeNeeded(),
  TEXTS.timeOfCommit('America/Chicago'),
  TEXTS.willValidateAgain(),
  TEXTS.scheduled(),
  TEXTS.scheduleCancelled(),
  TEXTS.beginning(),
  TEXTS.waysOutOfSchedule(),
  TEXTS.commitOrSchedule(),
  TEXTS.continues(),
  TEXTS.jobFailed(),
  TEXTS.jobKept(),
  TEXTS.reportReady(),
  TEXTS.commitDone(),
  TEXTS.undo(),
  TEXTS.nothingToUndo(),
  `${TEXTS.undoTooOld()} 11/24/2025.`,
  `${TEXTS.resultsGone()} 11/24/2025.`,
  `${TEXTS.unchangedGone()} 11/24/2025.`,
  TEXTS.restoresAll(),
  TEXTS.staysReadOnly(),
  TEXTS.undoStarted(),
])('%s', (text) => expectPlainSentences(text));
