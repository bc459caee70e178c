import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { SSN_BUDGET_TEXTS } from './texts.ts';

test.each([1, 17])('%i minutes', (minutes) => {
  const text = SSN_BUDGET_TEXTS.spent(30, minutes);
  expectPlainSentences(text.replaceAll('SSN', 'number'));
  expect(text).toContain(minutes === 1 ? '1 minute.' : '17 minutes.');
});
