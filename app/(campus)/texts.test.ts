import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { HOME_TEXTS as TEXTS } from './texts.ts';

test.each([
  TEXTS.lead('Grand Bend'),
  ...Object.values(TEXTS.next),
  ...[true, false].flatMap((hasCommitted) => [TEXTS.noRun(hasCommitted), TEXTS.startNext(hasCommitted)]),
])('%s', (text) => expectPlainSentences(text));

test('a district without a commit reads other sentences than one between two commits', () => {
  expect(TEXTS.noRun(false)).not.toBe(TEXTS.noRun(true));
  expect(TEXTS.startNext(false)).not.toBe(TEXTS.startNext(true));
});
