import { test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { INVITATION_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  missing: TEXTS.missing(),
  password: TEXTS.password(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
