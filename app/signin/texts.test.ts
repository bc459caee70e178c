import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { SIGN_IN_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in Exclude<keyof typeof TEXTS, 'newPasswordRefused'>]: string } = {
  signedOut: TEXTS.signedOut(),
  noAccount: TEXTS.noAccount(),
  district: TEXTS.district(),
  newPassword: TEXTS.newPassword(),
  wrongCredentials: TEXTS.wrongCredentials(),
  singleSignOnOnly: TEXTS.singleSignOnOnly(),
  signOnHelp: TEXTS.signOnHelp(),
  orPassword: TEXTS.orPassword(),
  emergencyOnly: TEXTS.emergencyOnly(),
  otherDistrict: TEXTS.otherDistrict(),
  noLink: TEXTS.noLink(),
  wrongCode: TEXTS.wrongCode(),
  tooManyAttempts: TEXTS.tooManyAttempts(5),
  busy: TEXTS.busy(),
  unreachable: TEXTS.unreachable(),
};

test.each([...Object.values(texts), ...Object.values(TEXTS.newPasswordRefused)])('%s', (text) =>
  expectPlainSentences(text),
);

test('the wait is named in minutes', () => {
  expect(TEXTS.tooManyAttempts(1)).toBe('Too many failed attempts. Wait a minute, then try again.');
  expect(TEXTS.tooManyAttempts(2)).toBe('Too many failed attempts. Wait 2 minutes, then try again.');
});
