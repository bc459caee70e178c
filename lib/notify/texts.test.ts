import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { NOTIFY_TEXTS as TEXTS } from './texts.ts';

const counts = [
  { event: 'created', count: 1_200 },
  { event: 'assignments', count: 1 },
] as const;
const texts: { [key in keyof typeof TEXTS]: [string, string?] } = {
  changed: [TEXTS.changed('assignments', 'Simpson, Pat'), 'HR updated District Assignments of Simpson, Pat'],
  changedBody: [TEXTS.changedBody('7', 'HR system')],
  changedTogether: [TEXTS.changedTogether(1_200), 'HR changed 1,200 staff members'],
  changedCounts: [
    TEXTS.changedCounts(counts, '8:00 AM', '8:05 AM'),
    '1,200 created, 1 with updated District Assignments, from 8:00 AM to 8:05 AM.',
  ],
  more: [TEXTS.more(1_200), 'and 1,200 more.'],
  unknownNotification: [TEXTS.unknownNotification()],
  notARecipient: [TEXTS.notARecipient()],
  chooseEntitled: [TEXTS.chooseEntitled()],
  notAllRecipients: [TEXTS.notAllRecipients()],
  recipientNeeded: [TEXTS.recipientNeeded()],
  chooseRecipient: [TEXTS.chooseRecipient()],
};

test.each(Object.values(texts))('%s', (text, expected) => {
  // A subject and the end of a list are no sentences: their words are the expectation.
  if (expected === undefined) expectPlainSentences(text);
  else expect(text).toBe(expected);
});
