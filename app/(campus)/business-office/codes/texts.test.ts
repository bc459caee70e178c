import { test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { CODE_TEXTS } from './texts.ts';

test.each(Object.values(CODE_TEXTS).map((text) => text()))('%s', (text) => expectPlainSentences(text));
