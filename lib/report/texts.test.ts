import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { SECTION_PLANS } from './sections.ts';
import { REPORT_TEXTS as TEXTS, REPORT_WHY as WHY } from './texts.ts';

const whys: { [key in keyof typeof WHY]: ReturnType<(typeof WHY)[key]>[] } = {
  onlyInHr: [WHY.onlyInHr('7', ['employment from 2020-07-25'], true), WHY.onlyInHr('7', [], false)],
  onlyInCampus: [WHY.onlyInCampus()],
  sharedNumber: [WHY.sharedNumber()],
  nameChanged: [WHY.nameChanged('Simpson', 'Pat', false), WHY.nameChanged('Simpson', 'Pat', true)],
  initialSent: [WHY.initialSent(false), WHY.initialSent(true)],
  positionReplaced: [WHY.positionReplaced('One is removed.', 'One is created.')],
  positionAdded: [WHY.positionAdded('One is kept.')],
};
const texts: { [key in keyof typeof TEXTS]: string } = {
  notValidated: TEXTS.notValidated(),
  oneValidation: TEXTS.oneValidation(),
  versionGone: TEXTS.versionGone(),
  noMatches: TEXTS.noMatches(),
  extent: `${TEXTS.extent(500, 1_200)}.`,
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test.each([
  [1, 1, '1 entry'],
  [1_200, 1_200, '1,200 entries'],
  [500, 1_200, 'The first 500 of 1,200 entries; narrow the report, or export it to CSV, for the others'],
])('the extent of %i of %i entries', (shown, total, text) => {
  expect(TEXTS.extent(shown, total)).toBe(text);
});

test.each(Object.values(whys).flat())('$rule: $reason', ({ rule, reason }) => {
  expect(rule).toMatch(/^[A-Z]+-\d+$/);
  expectPlainSentences(reason);
});

test.each(Object.values(SECTION_PLANS))('$name, when it is empty: $none', ({ none }) =>
  expectPlainSentences(none),
);
