import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../lib/text/testing/plain-sentences.ts';
import { LIST_TEXTS as LIST, leftToCorrect, CHECK_TEXTS as TEXTS } from './texts.ts';

test.each([
  [leftToCorrect('missing', { people: 0, numbers: 0 }), 'All staff numbers are correct.'],
  [leftToCorrect('missing', { people: 1, numbers: 0 }), '1 person left without a number.'],
  [
    leftToCorrect('duplicate', { people: 1_200, numbers: 1 }),
    '1,200 people left with 1 shared number. Staff Numbers must be unique.',
  ],
  [
    leftToCorrect('placeholder', { people: 2, numbers: 0 }),
    /^2 people left with a placeholder instead of a number, such as PENDING or 0000\.$/,
  ],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});

test.each([
  TEXTS.lead(),
  ...Object.values(TEXTS.nobody),
  TEXTS.numberNeeded(),
  TEXTS.corrected('Lee, Ann', '1234'),
  LIST.lead(),
  LIST.help(),
  LIST.listNeeded(),
  LIST.reasonHelp(),
  LIST.reasonNeeded(),
  LIST.summary({ change: 300, unusable: 1, rest: 2 }),
  LIST.changed(1),
  LIST.refused(2),
])('%s', (text) => expectPlainSentences(text));

test('a pasted list is summed up in figures', () => {
  expect(LIST.summary({ change: 1, unusable: 0, rest: 0 })).toBe('1 staff number will change.');
  expect(LIST.summary({ change: 0, unusable: 0, rest: 3 })).toBe(
    'No number will change. 3 lines need no change.',
  );
  expect(LIST.button(1_200)).toBe('Change 1,200 numbers');
});
