import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { USER_TEXTS as TEXTS } from './texts.ts';

const NAME = 'Ada Byron';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  noMatches: TEXTS.noMatches(),
  username: TEXTS.username(),
  name: TEXTS.name(),
  ownRight: TEXTS.ownRight(),
  created: TEXTS.created(NAME),
  saved: TEXTS.saved(),
  temporaryPassword: TEXTS.temporaryPassword(),
  willResetPassword: TEXTS.willResetPassword(),
  passwordReset: TEXTS.passwordReset(NAME),
  willRemoveFactor: TEXTS.willRemoveFactor(),
  factorRemoved: TEXTS.factorRemoved(NAME),
  willDisable: TEXTS.willDisable(),
  willEnable: TEXTS.willEnable(),
  disabled: TEXTS.disabled(NAME),
  enabled: TEXTS.enabled(NAME),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

const { created, passwordReset, factorRemoved, disabled, enabled } = texts;

test.each([created, passwordReset, factorRemoved, disabled, enabled])(
  'the result names the user: %s',
  (text) => {
    expect(text.startsWith(`${NAME} `)).toBe(true);
  },
);
