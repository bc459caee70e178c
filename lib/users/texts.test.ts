import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { USER_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noSuchUser: TEXTS.noSuchUser(),
  disablesSelf: TEXTS.disablesSelf(),
  takesOwnSecurity: TEXTS.takesOwnSecurity(),
  ownAccount: TEXTS.ownAccount(),
  rightTaken: TEXTS.rightTaken(),
  usernameTaken: TEXTS.usernameTaken(),
  ownFactorFirst: TEXTS.ownFactorFirst(),
  passwordRefused: TEXTS.passwordRefused('is shorter than 15 characters (it has 3)'),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
