import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../lib/text/testing/plain-sentences.ts';
import { ACCOUNT_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  newPassword: TEXTS.newPassword(),
  passwordChanged: TEXTS.passwordChanged(),
  signedOutElsewhere: TEXTS.signedOutElsewhere(),
  linked: TEXTS.linked(true),
  notLinked: TEXTS.notLinked(),
  secondFactor: TEXTS.secondFactor(),
  withoutPhone: TEXTS.withoutPhone(),
  factorRequired: TEXTS.factorRequired(),
  key: TEXTS.key(),
  code: TEXTS.code('on'),
  turned: TEXTS.turned('on'),
  recoveryCodes: TEXTS.recoveryCodes(),
  codesLeft: TEXTS.codesLeft(10),
  fewCodesLeft: TEXTS.fewCodesLeft(3),
  newCodes: TEXTS.newCodes(),
  sessionEnded: TEXTS.sessionEnded(),
};

test.each([...Object.values(texts), TEXTS.linked(false), TEXTS.code('off'), TEXTS.turned('off')])(
  '%s',
  (text) => expectPlainSentences(text),
);

test.each([
  [0, 'No recovery code is left. Get new ones before you need them.'],
  [1, 'Only 1 of 10 recovery codes is left. Get new ones before you need them.'],
  [2, 'Only 2 of 10 recovery codes are left. Get new ones before you need them.'],
])('with %i recovery codes left, new ones are recommended', (left, text) => {
  expect(TEXTS.fewCodesLeft(left)).toBe(text);
});
