import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../lib/text/testing/plain-sentences.ts';
import { TEXTS } from './texts.ts';

test.each([
  [TEXTS.checked(1, 1_200, false), '1 pair in 1,200 addresses.'],
  [TEXTS.checked(0, 1, true), '0 pairs in 1 address checked so far.'],
  [TEXTS.similarity({ why: [], score: null }), 'Campus sees no similarity.'],
  [
    TEXTS.similarity({ why: ['same number', 'similar street'], score: 0.876 }),
    '88 % similar: same number; similar street.',
  ],
  [TEXTS.hrIsWarned(1), /^HR manages 1 person at this address\. .* for this person /],
  [TEXTS.hrIsWarned(1_200), /^HR manages 1,200 people at this address\. .* for each of them /],
  [TEXTS.moved(1), '1 household moved.'],
  [TEXTS.restored(2), '2 locations restored.'],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});

test.each([
  TEXTS.lead(),
  TEXTS.compare(),
  TEXTS.noMatches(),
  TEXTS.exactMatch(),
  TEXTS.noPairs(),
  TEXTS.noHousehold(),
  TEXTS.notTheSame(),
  TEXTS.notSuggestedAgain(),
  TEXTS.willBeMerged(),
  TEXTS.undoable(),
  TEXTS.noDecisions(),
  TEXTS.notRestored(['Lee, Ann', 'Lee, Bo']),
])('%s', (text) => expectPlainSentences(text));
