import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { FEED_TEXTS, POLICY_TEXTS, scheduleInWords, sourceInWords } from './texts.ts';

const shown = (text: (...given: never[]) => string): string =>
  (text as (...given: unknown[]) => string)('the-server', '12 MB');
const { columnsByApi, fingerprint, accepted, ...sentences } = FEED_TEXTS;

test.each([...Object.values(sentences).map(shown), ...Object.values(POLICY_TEXTS)])('%s', (text) =>
  expectPlainSentences(text),
);

test('schedules and sources in words', () => {
  expect(scheduleInWords({ days: [1, 2, 3, 4, 5, 6, 7], at: '02:30' })).toBe('Every day at 02:30');
  expect(scheduleInWords({ days: [1, 5], at: '23:00' })).toBe('Monday, Friday at 23:00');
  const named = { pattern: 'staff*.csv', archive: null };
  expect(sourceInWords({ kind: 'folder', folder: '', ...named })).toBe('staff*.csv');
  expect(
    sourceInWords({
      ...{ kind: 'sftp', host: 'hr.example.org', port: 22, username: 'boi', signIn: 'key', folder: '/out' },
      ...named,
    }),
  ).toBe('boi@hr.example.org /out / staff*.csv');
});
