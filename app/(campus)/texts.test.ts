import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { HOME_TEXTS as TEXTS } from './texts.ts';

test.each([
  TEXTS.lead('Grand Bend'),
  ...Object.values(TEXTS.next),
  ...Object.values(TEXTS.held),
  ...Object.values(TEXTS.steps).flatMap(({ why }) => why),
  ...[0, 1, 6].map((done) => TEXTS.stepsDone(done, 6)),
  TEXTS.nothingWaits(),
  TEXTS.nothingWaitsWhy(),
  ...Object.values(TEXTS.actions).flatMap((sentence) =>
    [1, 2].map((count) => sentence({ count, subject: 'Payroll.' }, '11/29/2026')),
  ),
  TEXTS.trends(2),
  ...[true, false].flatMap((hasCommitted) => [TEXTS.noRun(hasCommitted), TEXTS.startNext(hasCommitted)]),
])('%s', (text) => expectPlainSentences(text));

test('a district without a commit reads other sentences than one between two commits', () => {
  expect(TEXTS.noRun(false)).not.toBe(TEXTS.noRun(true));
  expect(TEXTS.startNext(false)).not.toBe(TEXTS.startNext(true));
});
