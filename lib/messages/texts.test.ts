import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { MESSAGES_TEXTS } from './texts.ts';

test('the one text is a plain sentence', () => expectPlainSentences(MESSAGES_TEXTS.signedInOnly()));
