import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { PASSWORD_TEXTS as PASSWORD, AUTH_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  notSignedIn: TEXTS.notSignedIn(),
  notSignedInOrAway: TEXTS.notSignedInOrAway(),
  otherSite: TEXTS.otherSite(),
  clientsOnly: TEXTS.clientsOnly(),
  passwordNeeded: TEXTS.passwordNeeded(10, true),
  signOnNeeded: TEXTS.signOnNeeded(10),
  lastEmergencyAdmin: TEXTS.lastEmergencyAdmin(),
  secondFactorNeeded: TEXTS.secondFactorNeeded(),
  wrongPassword: TEXTS.wrongPassword(),
  wrongCode: TEXTS.wrongCode(),
  notAnEmail: `The address ${TEXTS.notAnEmail()}.`,
  tooManyAttempts: TEXTS.tooManyAttempts(1),
};
/** As the sentence that they are used in. */
const refusals: { [key in keyof typeof PASSWORD]: string } = {
  tooShort: `The password ${PASSWORD.tooShort(15, 3)}.`,
  tooShortHint: PASSWORD.tooShortHint(),
  tooLong: `The password ${PASSWORD.tooLong(128, 200)}.`,
  common: `The password ${PASSWORD.common()}.`,
  commonHint: PASSWORD.commonHint(),
};

test.each([...Object.values(texts), ...Object.values(refusals)])('%s', (text) => expectPlainSentences(text));

test.each([
  [true, 'You signed in more than 10 minutes ago. Enter your password and a code to go on.'],
  [false, 'You signed in more than 10 minutes ago. Enter your password to go on.'],
])('the password is needed, and a code: %s', (codeNeeded, text) => {
  expect(TEXTS.passwordNeeded(10, codeNeeded)).toBe(text);
});
