import { test } from 'vitest';
import { expectPlainSentences } from '../lib/text/testing/plain-sentences.ts';
import { PAGE_ERROR_TEXTS as TEXTS } from './texts.ts';

test.each(Object.values(TEXTS).map((text) => text()))('%s', (text) => expectPlainSentences(text));
