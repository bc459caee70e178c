import { expect, test } from 'vitest';
import { PERSON_ROW_FIELDS } from '../../change/person-row.ts';
import { expectPlainSentences } from '../../text/testing/plain-sentences.ts';
import { COMBINE_TEXTS as TEXTS, COMBINE_WHY as WHY } from './texts.ts';

const whys: { [key in keyof typeof WHY]: ReturnType<(typeof WHY)[key]> } = {
  moved: WHY.moved(),
  duplicate: WHY.duplicate(),
  joined: WHY.joined(),
  otherRemoved: WHY.otherRemoved(),
  filled: WHY.filled(PERSON_ROW_FIELDS),
  undone: WHY.undone('Morgan, Alex'),
};
const texts: { [key in keyof typeof TEXTS]: string } = {
  oneIsGone: TEXTS.oneIsGone(),
  samePerson: TEXTS.samePerson(),
  otherIsManaged: TEXTS.otherIsManaged(),
  numberIsRemoved: TEXTS.numberIsRemoved('7'),
  ssnDiffers: TEXTS.ssnDiffers(),
  birthDateDiffers: TEXTS.birthDateDiffers(),
  onlyOtherHasPositions: TEXTS.onlyOtherHasPositions(),
  changedMeanwhile: TEXTS.changedMeanwhile(),
  numberIsShared: TEXTS.numberIsShared('7'),
  noSuchCombination: TEXTS.noSuchCombination(),
  undoneAlready: TEXTS.undoneAlready(),
  editedSince: TEXTS.editedSince('Morgan, Alex'),
  numberTakenSince: TEXTS.numberTakenSince('7'),
  keptEdited: TEXTS.keptEdited('Morgan, Alex'),
  keptGone: TEXTS.keptGone(),
};

test.each([...Object.values(whys).map(({ reason }) => reason), ...Object.values(texts)])('%s', (text) =>
  expectPlainSentences(text),
);

test('a reason names fields by their labels', () => {
  expect(WHY.filled(['workPhone']).reason).toBe(
    'Taken from the other person, because the base person had none: work phone.',
  );
});
