import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { ADDRESS_TEXTS as TEXTS, ADDRESS_WHY as WHY } from './texts.ts';

const actor = 'Morgan, Alex';
const merged = { dropped: '100 Main St', kept: '100 Main Street' };
const whys: { [key in keyof typeof WHY]: ReturnType<(typeof WHY)[key]> } = {
  merged: WHY.merged(actor, merged),
  mergeUndone: WHY.mergeUndone(actor, merged),
};
const texts: { [key in keyof typeof TEXTS]: string } = {
  noSuchAddress: TEXTS.noSuchAddress(),
  noSuchPair: TEXTS.noSuchPair(),
  noSuchDecision: TEXTS.noSuchDecision(),
  oneIsUnknown: TEXTS.oneIsUnknown(),
  oneAddress: TEXTS.oneAddress(),
  twoPlaces: TEXTS.twoPlaces('100 Main St', '102 Main St', 'numbers'),
  wasMerged: TEXTS.wasMerged(),
  mergedAlready: TEXTS.mergedAlready('100 Main St'),
  mergedSince: TEXTS.mergedSince('100 Main St'),
  decidedAlready: TEXTS.decidedAlready(),
  decidedToDiffer: TEXTS.decidedToDiffer(),
  undoneAlready: TEXTS.undoneAlready(),
  campusChanges: TEXTS.campusChanges(),
};

test.each([...Object.values(whys).map(({ reason }) => reason), ...Object.values(texts)])('%s', (text) =>
  expectPlainSentences(text),
);

test('a reason names the dropped address before the kept one', () => {
  expect(WHY.merged(actor, merged).reason).toBe(
    'Morgan, Alex merged the address “100 Main St” into “100 Main Street”.',
  );
});
