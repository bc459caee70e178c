import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { PROBLEMS } from './problems.ts';
import { METADATA_TEXTS } from './saml/read-metadata.ts';
import { SAML_REASONS } from './saml/reasons.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

const { would, wouldRefuse, metadataStatus, ...texts } = SIGN_ON_TEXTS;

test.each(Object.entries(PROBLEMS))('the problem %s is told in plain words', (_, text) =>
  expectPlainSentences(text),
);

test.each([...Object.values(METADATA_TEXTS), ...Object.values(SAML_REASONS), metadataStatus(404)])(
  '%s',
  (text) => expectPlainSentences(text),
);

test.each(Object.values(texts).map((text) => text()))('%s', (text) => expectPlainSentences(text));

test('the result of a test names the user', () => {
  expect(would.create('kim')).toBe('Creates the user kim and signs in.');
  expect(would.link('kim')).toBe('Links the existing user kim and signs in as this user.');
  expect(would.signIn('kim')).toBe('Signs in as kim.');
  expect(wouldRefuse(PROBLEMS.disabled)).toContain('“Your Campus user is disabled.');
});
