import { test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { HAND_OVER_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  once: TEXTS.once(),
  storeNow: TEXTS.storeNow(),
  unreachable: TEXTS.unreachable(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
