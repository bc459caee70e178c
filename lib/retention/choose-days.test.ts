import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { parseDays } from './choose-days.ts';
import { KIND_NAMES, KINDS } from './kinds.ts';
import { RETENTION_TEXTS as TEXTS } from './texts.ts';

test('days are chosen by kind, or given back to the default', () => {
  expect([...parseDays(['errors=200', 'audit=default'])]).toEqual([
    ['errors', 200],
    ['audit', null],
  ]);
});

test.each([
  ['errors', 'names no number of days'],
  ['errors=-1', 'names no number of days'],
  ['people=5', 'Choose one of: results, unchangedResults'],
  ['errors=29', 'kept for 30 to 3,650 days'],
  ['audit=364', 'kept for 365 to 3,650 days'],
  ['toString=30', 'is not kept for a number of days'],
])('%s is refused: %s', (text, message) => {
  expect(() => parseDays([text])).toThrow(message);
});

test('each default is within its limits, and what leads to something is not kept longer than that', () => {
  for (const kind of KIND_NAMES) {
    const { days, least, most } = KINDS[kind];
    expect(days >= least && days <= most, kind).toBe(true);
  }
  expect(KINDS.unchangedResults.days).toBeLessThanOrEqual(KINDS.results.days);
});

const texts: { [key in keyof typeof TEXTS]: string } = {
  lost: TEXTS.lost('errors'),
  unknownKind: TEXTS.unknownKind('people', ['errors', 'audit']),
  outOfRange: TEXTS.outOfRange('errors', 30, 3_650),
  noAssignment: TEXTS.noAssignment('errors'),
  shortened: TEXTS.shortened('errors', 400, 100),
  undoTooOld: TEXTS.undoTooOld('2025-11-24'),
  reportGone: TEXTS.reportGone('2025-11-24'),
  resultsGone: TEXTS.resultsGone('2025-11-24'),
};
test.each(KIND_NAMES)('what is lost when %s is kept shorter is said in plain sentences', (kind) => {
  // The name is the operator's parameter.
  expectPlainSentences(TEXTS.shortened(kind, 400, 100).replace(/“\w+”/, 'This kind'));
});
test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
