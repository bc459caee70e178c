import { expect, test } from 'vitest';
import { TABLE_TEXTS as TEXTS } from './texts.ts';

const differ = TEXTS.rowsDiffer('lastName', 13, 14);
const whole = TEXTS.nameWhole();
const texts: { [key in keyof typeof TEXTS]: string } = {
  tooManyColumns: TEXTS.tooManyColumns(2001, 2000),
  tooManyCells: TEXTS.tooManyCells(1234, 5, 4),
  columnUnknown: TEXTS.columnUnknown('Badge'),
  columnMeant: TEXTS.columnMeant('lastName'),
  columnTwice: TEXTS.columnTwice('Last', 'Surname'),
  numberColumnMissing: TEXTS.numberColumnMissing(),
  correctColumns: TEXTS.correctColumns(TEXTS.numberColumnMissing()),
  otherColumns: TEXTS.otherColumns(),
  unreadableCell: TEXTS.unreadableCell(undefined),
  nameWhole: `${whole.message} ${whole.hint}`,
  rowsDiffer: `L${differ.message.slice(1)} ${differ.hint}`,
};

test.each(Object.values(texts))('%s', (text) => expect(text).toMatch(/^["A-Z].*[.?]$/));
