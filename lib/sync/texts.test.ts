import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { SYNC_TEXTS as TEXTS } from './texts.ts';

const live = { id: 'R2', startedBy: 'Payroll', startedAt: new Date('2026-08-31T12:00:00Z'), status: 'ended' };
/** Texts with parameters as the callers give them; a key without an example does not compile. */
const texts: { [key in keyof typeof TEXTS]: ReturnType<(typeof TEXTS)[key]> } = {
  unknownRun: TEXTS.unknownRun(),
  noRunYet: TEXTS.noRunYet(),
  noCommitJob: TEXTS.noCommitJob(),
  nothingToCancel: TEXTS.nothingToCancel(),
  nothingToRestart: TEXTS.nothingToRestart(),
  isLive: TEXTS.isLive(),
  runIsNotLive: TEXTS.runIsNotLive('R1'),
  otherRunIsLive: TEXTS.otherRunIsLive('R1', live),
  callStart: TEXTS.callStart(),
  continueLiveRun: TEXTS.continueLiveRun('R2'),
  nothingTransferred: TEXTS.nothingTransferred(),
  otherNumberReceived: TEXTS.otherNumberReceived(5, 4),
  runChanged: TEXTS.runChanged(),
  validationFailed: TEXTS.validationFailed(),
  validationStopped: TEXTS.validationStopped(),
  jobFailed: TEXTS.jobFailed(),
  jobStopped: TEXTS.jobStopped(),
  nothingHeld: TEXTS.nothingHeld(),
  alreadyApproved: TEXTS.alreadyApproved('Archer, Alice'),
  secondPersonNeeded: TEXTS.secondPersonNeeded(),
  loosensWithoutRight: TEXTS.loosensWithoutRight(),
  loosensOwnCommit: TEXTS.loosensOwnCommit(),
  excluded: TEXTS.excluded(),
  alreadyExcluded: TEXTS.alreadyExcluded('N1'),
  notExcluded: TEXTS.notExcluded('N1'),
  held: TEXTS.held(['120 people would be created; the limit is 50'], 'Archer, Alice'),
  undoWhileLive: TEXTS.undoWhileLive(),
  nothingToUndo: TEXTS.nothingToUndo(),
  undoAfterEnd: TEXTS.undoAfterEnd(),
  hrDidNotSend: TEXTS.hrDidNotSend('10058'),
  hrSendsPerson: TEXTS.hrSendsPerson('10058'),
  reportIsOver: TEXTS.reportIsOver(),
};

/** A vendor reads these: they name calls and properties that the vendor sends. */
const FOR_VENDORS = new Set<keyof typeof TEXTS>(['continueLiveRun', 'noRunYet']);

test.each(Object.entries(texts) as [keyof typeof TEXTS, string][])('%s: %s', (key, text) => {
  if (FOR_VENDORS.has(key)) expect(text).toMatch(/^[“A-Z].*\.$/);
  else expectPlainSentences(text);
});
