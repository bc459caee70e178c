import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { CREDENTIAL_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noSuchClient: TEXTS.noSuchClient(),
  noSuchSecret: TEXTS.noSuchSecret(),
  secretIsCurrent: TEXTS.secretIsCurrent(),
  typeAppName: TEXTS.typeAppName('riverbend'),
};

test.each(Object.entries(texts))('%s: %s', (key, text) => {
  // The Token URL that the page shows says appName, so the page says it, too.
  if (key === 'typeAppName') expect(text).toBe('Type riverbend, the appName of your district, to confirm.');
  else expectPlainSentences(text);
});
