import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { STOP_MAIL_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  question: TEXTS.question(),
  done: TEXTS.done(),
  again: TEXTS.again(),
};

test.each(Object.values(texts))('%s', (text) => {
  expectPlainSentences(text);
  expect(text).not.toContain('!');
});
