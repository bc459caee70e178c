import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { USER_TEXTS as TEXTS } from './texts.ts';

const NAME = 'Ada Byron';

const texts: { [key in keyof typeof TEXTS]: string } = {
  lead: TEXTS.lead(),
  noMatches: TEXTS.noMatches(),
  username: TEXTS.username(),
  name: TEXTS.name(),
  email: TEXTS.email(),
  ownRight: TEXTS.ownRight(),
  created: TEXTS.created(NAME),
  saved: TEXTS.saved(),
  byLink: TEXTS.byLink(),
  passLinkOn: TEXTS.passLinkOn(),
  linkIsSent: TEXTS.linkIsSent('kim@example.org'),
  linkOnce: TEXTS.linkOnce(),
  linkMade: TEXTS.linkMade(NAME),
  temporaryPassword: TEXTS.temporaryPassword(),
  willResetPassword: TEXTS.willResetPassword(),
  passwordReset: TEXTS.passwordReset(NAME),
  willRemoveFactor: TEXTS.willRemoveFactor(false),
  factorRemoved: TEXTS.factorRemoved(NAME, false),
  willUnlink: TEXTS.willUnlink(),
  unlinked: TEXTS.unlinked(NAME),
  policy: TEXTS.policy(false),
  withoutFactor: TEXTS.withoutFactor({ withoutFactor: 2, activeUsers: 3 }),
  ownFactorFirst: TEXTS.ownFactorFirst(),
  willRequire: TEXTS.willRequire(),
  willBeOptional: TEXTS.willBeOptional(),
  policySet: TEXTS.policySet(false),
  willDisable: TEXTS.willDisable(),
  willEnable: TEXTS.willEnable(),
  disabled: TEXTS.disabled(NAME),
  enabled: TEXTS.enabled(NAME),
};

test.each([
  ...Object.values(texts),
  TEXTS.willRemoveFactor(true),
  TEXTS.factorRemoved(NAME, true),
  TEXTS.policy(true),
  TEXTS.policySet(true),
])('%s', (text) => expectPlainSentences(text));

test.each([
  [0, 1, 'The only active user has a second factor.'],
  [1, 1, 'The only active user has no second factor.'],
  [0, 3, 'All 3 active users have a second factor.'],
  [1, 3, '1 of 3 active users has no second factor.'],
  [2, 3, '2 of 3 active users have no second factor.'],
])('%i of %i without a second factor: %s', (withoutFactor, activeUsers, text) => {
  expect(TEXTS.withoutFactor({ withoutFactor, activeUsers })).toBe(text);
});

const { created, passwordReset, factorRemoved, disabled, enabled } = texts;

test.each([created, passwordReset, factorRemoved, disabled, enabled])(
  'the result names the user: %s',
  (text) => {
    expect(text.startsWith(`${NAME} `)).toBe(true);
  },
);
