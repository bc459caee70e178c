import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { CREDENTIAL_TEXTS as TEXTS } from './texts.ts';

// The two addresses' help quotes names that the HR system's developer needs as they are.
type Plain = Exclude<keyof typeof TEXTS, 'overlaps' | 'scopes' | 'tokenUrl' | 'baseUrl'>;

const texts: { [key in Plain]: string } = {
  lead: TEXTS.lead(),
  clientId: TEXTS.clientId(),
  clientSecret: TEXTS.clientSecret(),
  documentation: TEXTS.documentation(),
  willGenerate: TEXTS.willGenerate(),
  generated: TEXTS.generated(),
  revoked: TEXTS.revoked(),
  clients: TEXTS.clients(),
  inactive: TEXTS.inactive('expired'),
  name: TEXTS.name(),
  scopeNeeded: TEXTS.scopeNeeded(),
  lastDay: TEXTS.lastDay(),
  disable: TEXTS.disable(),
  created: TEXTS.created(),
  saved: TEXTS.saved(),
  copyAll: TEXTS.copyAll(true),
  link: TEXTS.link(),
  passLinkOn: TEXTS.passLinkOn(),
  linkShownOnce: TEXTS.linkShownOnce(),
  linkWithdrawn: TEXTS.linkWithdrawn(),
  test: TEXTS.test(),
};

test.each([
  ...Object.values(texts),
  ...Object.values(TEXTS.overlaps),
  ...Object.values(TEXTS.scopes),
  TEXTS.inactive('disabled'),
  TEXTS.copyAll(false),
])('%s', (text) => expectPlainSentences(text));

test('the help of the two addresses names what belongs into them', () => {
  expect(TEXTS.tokenUrl()).toContain('The appName names your district');
  expect(TEXTS.baseUrl()).toContain('/api/businessOfficeIntegration.');
});

test('the warning before a new secret is the guide’s (CRED-5)', () => {
  expect(TEXTS.willGenerate()).toMatch(/^This should ONLY be used .* has been compromised\. /);
});
