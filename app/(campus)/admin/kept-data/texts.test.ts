import { expect, test } from 'vitest';
import { KIND_NAMES } from '../../../../lib/retention/kinds.ts';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { KIND_LABELS, KEPT_DATA_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  range: TEXTS.range(30, 3_650),
  usual: TEXTS.usual(1),
  isUsual: TEXTS.isUsual(),
  lastCommit: TEXTS.lastCommit(),
  daysNeeded: TEXTS.daysNeeded(1, 365),
  shorter: TEXTS.shorter('Error log', 400, 1),
  within: TEXTS.within(),
  saved: TEXTS.saved(),
};

test.each(Object.values(texts))('%s', (text) => {
  if (!/^\d/.test(text)) expectPlainSentences(text);
});

test('every kind has a label of its own', () => {
  expect(new Set(KIND_NAMES.map((kind) => KIND_LABELS[kind])).size).toBe(KIND_NAMES.length);
});
