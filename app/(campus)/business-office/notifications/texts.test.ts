import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { NOTIFICATION_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in Exclude<keyof typeof TEXTS, 'explained'>]: string } = {
  lead: TEXTS.lead(),
  noNotifications: TEXTS.noNotifications(),
  recipientsHelp: TEXTS.recipientsHelp(undefined),
  chooseRecipient: TEXTS.chooseRecipient(),
  noRecipients: TEXTS.noRecipients(),
  usersNotLoaded: TEXTS.usersNotLoaded(),
  noUsersMatch: TEXTS.noUsersMatch(),
  moreUsersMatch: TEXTS.moreUsersMatch(),
  willBeDeleted: TEXTS.willBeDeleted(),
  limits: TEXTS.limits(),
  errorLimit: TEXTS.errorLimit(),
  errorHours: TEXTS.errorHours(),
  silentDays: TEXTS.silentDays(),
  numberNeeded: TEXTS.numberNeeded(1, 100_000),
  limitsSaved: TEXTS.limitsSaved(),
  saved: TEXTS.saved(),
  deleted: TEXTS.deleted(),
};

test.each([...Object.values(texts), ...Object.values(TEXTS.explained)])('%s', (text) =>
  expectPlainSentences(text),
);

test('a user who can’t add recipients reads which right is missing', () => {
  expect(TEXTS.recipientsHelp('You need District Employment.')).toBe(
    'To add recipients: You need District Employment.',
  );
});
