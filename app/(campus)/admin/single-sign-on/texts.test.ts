import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { SIGN_ON_TEXTS as TEXTS } from './texts.ts';

const { nothing: _, on, switched, turned, expires, expired, ...plain } = TEXTS;
const all = [
  ...Object.values(plain).map((text) => text()),
  on(1),
  on(0),
  switched(true),
  turned(true),
  expires('1/2/2030'),
  expired('1/2/2030'),
];

test.each([...all, switched(false), turned(false)])('%s', (text) => expectPlainSentences(text));

test('users are counted with their noun', () => {
  expect(on(1)).toContain('1 user is linked.');
  expect(on(1_200)).toContain('1,200 users are linked.');
});
