import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { OPERATOR_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  notSignedIn: TEXTS.notSignedIn(),
  noSuchLink: TEXTS.noSuchLink(),
  noSuchDistrict: TEXTS.noSuchDistrict('elm'),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('who is not signed in reads how to get in', () => {
  for (const text of [TEXTS.notSignedIn(), TEXTS.noSuchLink()])
    expect(text).toContain('campus operator link');
});
