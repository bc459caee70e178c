import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { FEED_PROBLEMS, FEED_TEXTS } from './texts.ts';

/** For a text that takes nothing, or a name, numbers or names. */
const shown = (text: (...given: never[]) => string): string =>
  (text as (...given: unknown[]) => string)('Night.', 12, 34);

test.each(
  Object.entries({ ...FEED_PROBLEMS, ...FEED_TEXTS }).filter(
    ([name]) => name !== 'shrunk' && name !== 'someSetAside',
  ),
)('%s', (_, text) => expectPlainSentences(shown(text)));

test('counts have their noun', () => {
  expect(FEED_PROBLEMS.shrunk(1, 1_300, 90)).toContain('has 1 row; the last one had 1,300.');
  expect(FEED_TEXTS.someSetAside(1)).toContain('1 row was set aside');
});
