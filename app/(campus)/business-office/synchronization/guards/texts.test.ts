import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../../lib/text/testing/plain-sentences.ts';
import { GUARD_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  noHold: TEXTS.noHold(),
  ownRequest: TEXTS.ownRequest(),
  approvalReason: TEXTS.approvalReason(),
  approvalReasonNeeded: TEXTS.approvalReasonNeeded(),
  approved: TEXTS.approved(),
  exclusions: TEXTS.exclusions(),
  noExclusions: TEXTS.noExclusions(),
  willBeExcluded: TEXTS.willBeExcluded(),
  staffNumberNeeded: TEXTS.staffNumberNeeded(),
  exclusionReasonNeeded: TEXTS.exclusionReasonNeeded(),
  excluded: TEXTS.excluded(),
  included: TEXTS.included(),
  limitsOff: TEXTS.limitsOff(),
  percentOf: TEXTS.percentOf('created'),
  ignored: TEXTS.ignored(),
  percentNeeded: TEXTS.percentNeeded(),
  wholeNumberNeeded: TEXTS.wholeNumberNeeded(),
  limitsSaved: TEXTS.limitsSaved(),
  offHours: TEXTS.offHours('America/Chicago'),
  nextDay: TEXTS.nextDay(),
  dayNeeded: TEXTS.dayNeeded(),
  timeNeeded: TEXTS.timeNeeded(),
  otherTimeNeeded: TEXTS.otherTimeNeeded(),
  offHoursSaved: TEXTS.offHoursSaved(),
  settings: TEXTS.settings(),
  initialIsNoChange: TEXTS.initialIsNoChange(),
  keepUnlistedPositions: TEXTS.keepUnlistedPositions(),
  commitLimit: TEXTS.commitLimit(),
  commitLimitNeeded: TEXTS.commitLimitNeeded(),
  settingsSaved: TEXTS.settingsSaved(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('a smaller feed is compared with the last one, not with the transferred staff', () => {
  expect(TEXTS.percentOf('shrunk')).toBe('Compared with the last committed synchronization.');
  expect(TEXTS.percentOf('ended')).toBe('Percent of the transferred staff.');
});
