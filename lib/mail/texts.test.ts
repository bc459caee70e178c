import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { MAIL_TEXTS as TEXTS } from './texts.ts';

const until = 'December 2, 2026 at 10:00 AM';
const texts: { [key in keyof typeof TEXTS]: [string, string?] } = {
  invited: [TEXTS.invited(), 'Choose your password for Campus'],
  invitedBody: [TEXTS.invitedBody('Morgan, Alex', until)],
  reset: [TEXTS.reset(), 'Choose a new password for Campus'],
  resetBody: [TEXTS.resetBody('Morgan, Alex', until)],
  username: [TEXTS.username('kim')],
  usersOnly: [TEXTS.usersOnly()],
  off: [TEXTS.off(), 'Stop e-mails like this one'],
  footer: [TEXTS.footer('Test ISD')],
};

test.each(Object.values(texts))('%s', (text, expected) => {
  // A subject is no sentence.
  if (expected === undefined) expectPlainSentences(text);
  else expect(text).toBe(expected);
});
