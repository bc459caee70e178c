import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../lib/text/testing/plain-sentences.ts';
import { MESSAGE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  noMessages: TEXTS.noMessages(),
  deleted: TEXTS.deleted(1),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('several deleted messages are counted', () => {
  expect(TEXTS.deleted(1)).toBe('The message was deleted.');
  expect(TEXTS.deleted(1_200)).toBe('1,200 messages were deleted.');
});
