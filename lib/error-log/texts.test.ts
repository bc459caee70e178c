import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { ERROR_LOG_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noEntry: TEXTS.noEntry(),
  noPayload: TEXTS.noPayload(),
  extent: TEXTS.extent(12_345, 10_000),
  tooManyFailures: TEXTS.tooManyFailures(60, 1),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('none, one and many entries', () => {
  expect(TEXTS.extent(0, 10)).toBe('No entries.');
  expect(TEXTS.extent(1, 10)).toMatch(/^1 entry, /);
  expect(TEXTS.extent(10, 10)).toMatch(/^10 entries, /);
  expect(TEXTS.extent(11, 10)).toMatch(/^The newest 10 of 11 entries/);
});
