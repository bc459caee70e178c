import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { ACCOUNT_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  signedInOnly: TEXTS.signedInOnly(),
  accountRemoved: TEXTS.accountRemoved(),
  sessionEnded: TEXTS.sessionEnded(),
  noFactor: TEXTS.noFactor(),
  factorNeeded: TEXTS.factorNeeded(),
  factorNotSetUp: TEXTS.factorNotSetUp(),
  factorIsOn: TEXTS.factorIsOn(),
  factorRequired: TEXTS.factorRequired(),
  hasFactor: TEXTS.hasFactor(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
