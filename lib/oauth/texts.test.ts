import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { OAUTH_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  clientUnknown: TEXTS.clientUnknown(),
  bothWays: TEXTS.bothWays(),
  otherClientId: TEXTS.otherClientId(),
  noCredentials: TEXTS.noCredentials(),
  noSecret: TEXTS.noSecret(),
  basicNeeded: TEXTS.basicNeeded(),
  basicNotEncoded: TEXTS.basicNotEncoded(),
  bodyTooLarge: TEXTS.bodyTooLarge(16),
  sendForm: TEXTS.sendForm(),
  sendUtf8: TEXTS.sendUtf8(),
  sendUncompressed: TEXTS.sendUncompressed(),
  formNotEncoded: TEXTS.formNotEncoded(),
  queryNotEncoded: TEXTS.queryNotEncoded(),
  parameterTwice: TEXTS.parameterTwice('scope'),
  appNameTwice: TEXTS.appNameTwice(),
  noApplication: TEXTS.noApplication('https://campus.example/oauth2/token?appName=riverbend'),
  noGrantType: TEXTS.noGrantType(),
  otherGrantType: TEXTS.otherGrantType(),
  scopesAllowed: TEXTS.scopesAllowed(['staff.read', 'staff.write']),
  noToken: TEXTS.noToken(),
  sendToken: TEXTS.sendToken(),
  tokenUnknown: TEXTS.tokenUnknown(),
  tokenExpired: TEXTS.tokenExpired(),
  tokenRevoked: TEXTS.tokenRevoked(),
  clientDisabled: TEXTS.clientDisabled(),
  peopleOnly: TEXTS.peopleOnly(),
  databaseAway: TEXTS.databaseAway(),
  ourFault: TEXTS.ourFault(),
};

/** Names that look like properties and rule ids. The vendor sends appName. */
const withoutNames = (text: string): string => text.replaceAll(/appName|UTF-8/g, 'Name');

test.each(Object.entries(texts))('%s: %s', (key, text) => {
  if (key === 'noApplication')
    expect(text).toBe(
      'No Campus Application selected. Use the Token URL https://campus.example/oauth2/token?appName=riverbend',
    );
  else expectPlainSentences(withoutNames(text));
});
