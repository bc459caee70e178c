import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { COMBINE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  base: TEXTS.base(),
  other: TEXTS.other(),
  choose: TEXTS.choose(),
  noMatches: TEXTS.noMatches(),
  moreMatch: TEXTS.moreMatch(),
  undoable: TEXTS.undoable(),
  willBeUndone: TEXTS.willBeUndone({ otherName: 'Lee, Ann', base: { id: '1', name: 'Lee, Anna' } }),
  undone: TEXTS.undone(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('the undo names both people', () => {
  expect(texts.willBeUndone).toMatch(/^Lee, Ann and Lee, Anna become two people again/);
});
