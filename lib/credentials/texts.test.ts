import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { CONNECTION_TEXTS, CREDENTIAL_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noSuchClient: TEXTS.noSuchClient(),
  noSuchSecret: TEXTS.noSuchSecret(),
  secretIsCurrent: TEXTS.secretIsCurrent(),
  clientInactive: TEXTS.clientInactive(),
  noLinkToWithdraw: TEXTS.noLinkToWithdraw(),
  noSuchLink: TEXTS.noSuchLink(),
  tooManyOpenings: TEXTS.tooManyOpenings(1),
  typeAppName: TEXTS.typeAppName('riverbend'),
};

test.each(Object.entries(texts))('%s: %s', (key, text) => {
  // The Token URL that the page shows says appName, so the page says it, too.
  if (key === 'typeAppName') expect(text).toBe('Type riverbend, the appName of your district, to confirm.');
  else expectPlainSentences(text);
});

const found: { [key in keyof typeof CONNECTION_TEXTS]: string } = {
  gotToken: CONNECTION_TEXTS.gotToken(),
  readSchool: CONNECTION_TEXTS.readSchool(),
  lacksScope: CONNECTION_TEXTS.lacksScope(),
  noAnswer: CONNECTION_TEXTS.noAnswer(10),
  notReached: CONNECTION_TEXTS.notReached('ECONNREFUSED'),
  otherAnswer: CONNECTION_TEXTS.otherAnswer(200),
};

test.each(Object.values(found))('%s', (text) => expectPlainSentences(text));
