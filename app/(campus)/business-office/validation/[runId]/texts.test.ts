import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../../lib/text/testing/plain-sentences.ts';
import { REPORT_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  details: TEXTS.details(),
  matches: TEXTS.matches(2),
  comparison: TEXTS.comparison(),
  oneValidation: TEXTS.oneValidation(),
  noDifferences: TEXTS.noDifferences(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('matching entries are counted', () => {
  expect(TEXTS.matches(0)).toBe('No matches in this section.');
  expect(TEXTS.matches(1)).toBe('1 entry matches.');
  expect(TEXTS.matches(1_200)).toBe('1,200 entries match.');
});
