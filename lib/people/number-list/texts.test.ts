import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { LIST_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  unreadable: TEXTS.unreadable(),
  notANumber: TEXTS.notANumber(),
  placeholder: TEXTS.placeholder('TBD'),
  nobody: TEXTS.nobody(),
  severalByNumber: TEXTS.severalByNumber('77', ['Twin, One', 'Twin, Two']),
  severalByName: TEXTS.severalByName('Murphy, Pat', ['1', null]),
  personTwice: TEXTS.personTwice([3, 8]),
  numberTwice: TEXTS.numberTwice([3, 8]),
  repeated: TEXTS.repeated(3),
  same: TEXTS.same('77'),
  heading: TEXTS.heading(),
  taken: TEXTS.taken('77', 'Brown, Kim'),
  tooManyLines: TEXTS.tooManyLines(2_001),
  gone: TEXTS.gone(),
  changedMeanwhile: TEXTS.changedMeanwhile(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test('whom a line may mean is named, the first few', () => {
  expect(TEXTS.severalByNumber('P', ['A, A', 'B, B', 'C, C', 'D, D'])).toBe(
    '4 people have the staff number “P”: A, A; B, B and 2 more. Write the name instead.',
  );
  expect(TEXTS.severalByName('Murphy, Pat', ['1', ' '])).toContain('number 1 and no number');
  expect(TEXTS.personTwice([3, 8, 9])).toContain('lines 3, 8 and 9,');
});
