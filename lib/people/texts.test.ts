import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { PEOPLE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noSuchPerson: TEXTS.noSuchPerson(),
  noSuchStaffMember: TEXTS.noSuchStaffMember(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
