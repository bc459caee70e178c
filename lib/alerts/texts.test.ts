import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { ALERT_TEXTS as TEXTS } from './texts.ts';

const above = { errors: 1_200, limit: 50, hours: 24, low: 25 };
const client = { id: '1', name: 'Payroll', lastUsedAt: new Date('2026-11-20T18:05:00Z'), days: 7 };
const texts: { [key in keyof typeof TEXTS]: [string, string?] } = {
  errors: [TEXTS.errors(above), '1,200 open errors in 24 hours'],
  errorsBody: [TEXTS.errorsBody(above)],
  silent: [TEXTS.silent([client]), 'Payroll has stopped calling'],
  silentBody: [TEXTS.silentBody([client], 'America/Chicago')],
};

test.each(Object.values(texts))('%s', (text, expected) => {
  // A subject is no sentence.
  if (expected === undefined) expectPlainSentences(text);
  else expect(text).toBe(expected);
});

test('a silent client is named with its last call in the district’s time, several are counted', () => {
  expect(texts.silentBody[0]).toContain('Payroll: last call 11/20/2026 12:05 PM, 7 days ago.');
  expect(TEXTS.silent([client, client])).toBe('2 API clients have stopped calling');
});
