import { expect, test } from 'vitest';
import { COMMIT_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: [string, RegExp] } = {
  alreadyRunning: [TEXTS.alreadyRunning(), /Call commitJobStatus/],
  jobOnly: [TEXTS.jobOnly(1_200), /^In this district more than 1,200 staff .* Call submitCommitJob/],
  jobRecommended: [TEXTS.jobRecommended(500, 1_200), /more than 500 .* this run had 1,200\.$/],
  cancelled: [TEXTS.cancelled(), /already committed is kept/],
  jobFailed: [TEXTS.jobFailed(), /^The commit failed\. Try again\.$/],
  notStored: [TEXTS.notStored('22021'), /^Campus could not store this person \(SQLSTATE 22021\)\./],
  notStoredHint: [TEXTS.notStoredHint(), /^Validate again\./],
};

test.each(Object.entries(texts))('%s', (_, [text, expected]) => {
  expect(text).toMatch(expected);
});

test('without a state of the database the text does not name one', () => {
  expect(TEXTS.notStored(undefined)).toMatch(/^Campus could not store this person\. /);
});
