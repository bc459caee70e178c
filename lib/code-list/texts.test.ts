import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { CODE_LIST_TEXTS as TEXTS } from './texts.ts';

const uses = { people: 0, positions: 0, sections: 0, students: 0 };
const texts: { [key in keyof typeof TEXTS]: string } = {
  exists: TEXTS.exists('schools', '010'),
  gone: TEXTS.gone('titles', 'T1'),
  codeNeeded: TEXTS.codeNeeded(),
  nameNeeded: TEXTS.nameNeeded(),
  notASchool: TEXTS.notASchool(),
  inUse: TEXTS.inUse('schools', '010', { ...uses, positions: 2, sections: 1 }),
  mapped: TEXTS.mapped('assignmentCodes', '20', 2),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));

test.each([
  [{ ...uses, people: 1 }, '1 person has the gender F,'],
  [
    { ...uses, positions: 1_200, sections: 1, students: 3 },
    '1,200 positions, 1 section, and 3 enrollments have the gender F,',
  ],
  [uses, 'Records of Campus have the gender F,'],
])('what has a code is counted: %o', (given, begins) => {
  expect(TEXTS.inUse('genders', 'F', given)).toMatch(begins);
});
