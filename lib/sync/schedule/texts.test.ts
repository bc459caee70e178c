import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { NOT_STARTED, SCHEDULE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in Exclude<keyof typeof TEXTS, 'didNotStart'>]: string } = {
  usersOnly: TEXTS.usersOnly(),
  jobRunning: TEXTS.jobRunning(),
  notScheduled: TEXTS.notScheduled(),
  noSuchTime: TEXTS.noSuchTime(),
  timeIsSkipped: TEXTS.timeIsSkipped(),
  timeHasPassed: TEXTS.timeHasPassed(),
  timeIsTooFar: TEXTS.timeIsTooFar(30),
  nothingScheduled: TEXTS.nothingScheduled(),
  didNotStartBody: TEXTS.didNotStartBody(NOT_STARTED.tooLate, 'Morgan, Alex'),
};

test.each([...Object.values(NOT_STARTED), ...Object.values(texts)])('%s', (text) =>
  expectPlainSentences(text),
);

test('the subject of a message has no period', () => {
  expect(TEXTS.didNotStart()).toBe('A scheduled commit did not start');
});
