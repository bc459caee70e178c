import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { STAFF_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  changedSince: TEXTS.changedSince(),
  gone: TEXTS.gone(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text.replace('ETag', 'tag')));
