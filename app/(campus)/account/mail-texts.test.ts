import { test } from 'vitest';
import { expectPlainSentences } from '../../../lib/text/testing/plain-sentences.ts';
import { MAIL_TYPE_NAMES, OWN_MAIL_TEXTS as TEXTS } from './mail-texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  address: TEXTS.address(),
  notSetUp: TEXTS.notSetUp(),
  saved: TEXTS.saved(),
};

test.each([
  ...Object.values(texts),
  ...Object.values(MAIL_TYPE_NAMES).map((name) => `Get an e-mail when ${name}.`),
])('%s', (text) => expectPlainSentences(text));
