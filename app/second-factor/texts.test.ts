import { test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { SECOND_FACTOR_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead('Grand Bend ISD'),
  app: TEXTS.app(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
