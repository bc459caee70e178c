import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { KEY_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  missingKey: TEXTS.missingKey(1, '0a1b2c3d4e'),
  missingIndexKey: TEXTS.missingIndexKey(2, '0a1b2c3d4e'),
  unreadable: TEXTS.unreadable(1),
  otherIndex: TEXTS.otherIndex(3),
};

test.each(Object.values(texts))('%s', expectPlainSentences);

test('a count has its noun', () => {
  expect(TEXTS.unreadable(1)).toMatch(/^1 value was /);
  expect(TEXTS.unreadable(2)).toMatch(/^2 values were /);
});
