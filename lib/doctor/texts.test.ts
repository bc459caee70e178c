import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { DOCTOR_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  noIdleTimeout: TEXTS.noIdleTimeout(),
  pending: TEXTS.pending(2),
  paused: TEXTS.paused('restored from a backup of 2026-11-24T18:00:00.000Z'),
  free: TEXTS.free(5 * 1024 ** 3),
  clock: TEXTS.clock(-90),
  workers: TEXTS.workers(0),
  jobs: TEXTS.jobs(1, 0),
  jobWaits: TEXTS.jobWaits(600),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('clocks and workers in words', () => {
  expect(TEXTS.clock(0.4)).toBe('This machine and the database agree.');
  expect(TEXTS.clock(7200)).toBe('This machine’s clock is 2 hours ahead of the database’s.');
  expect(TEXTS.workers(1)).toBe('1 worker answers.');
  expect(TEXTS.free(5 * 1024 ** 3)).toBe('5,120 MB are free.');
});
