import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { BACKUP_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  otherKey: TEXTS.otherKey(),
  otherIndexKey: TEXTS.otherIndexKey(),
  made: TEXTS.made('/backups/one.gz', 5_000_000),
  keepKeys: TEXTS.keepKeys(),
  restored: TEXTS.restored(12_000),
  paused: TEXTS.paused(),
  stopRunning: TEXTS.stopRunning(),
  beforeResume: TEXTS.beforeResume(),
  resumed: TEXTS.resumed(1),
  notPaused: TEXTS.notPaused(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('numbers in words', () => {
  expect(TEXTS.restored(12_000)).toBe('12,000 rows were restored.');
  expect(TEXTS.made('a.gz', 1)).toBe('The backup is in a.gz (1 MB).');
});
