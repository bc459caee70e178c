import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { UNLOCK_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  notManaged: TEXTS.notManaged(),
  unlockedAlready: TEXTS.unlockedAlready('Morgan, Alex'),
  notUnlocked: TEXTS.notUnlocked(),
  whyChanged: TEXTS.whyChanged('Morgan, Alex changed this in Campus.', 'Payroll is today.'),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('a change has the reason of the unlock', () => {
  expect(texts.whyChanged).toBe('Morgan, Alex changed this in Campus. Emergency unlock: Payroll is today.');
});
