import { test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { STAFF_FILE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  empty: TEXTS.empty(),
  headerBlank: TEXTS.headerBlank(4),
  oldOffice: TEXTS.oldOffice(),
  notWorkbook: TEXTS.notWorkbook(),
  brokenWorkbook: TEXTS.brokenWorkbook(),
  noSheet: TEXTS.noSheet(),
  sheetUnknown: TEXTS.sheetUnknown('Codes'),
  packedTooLarge: TEXTS.packedTooLarge(64),
  unpackedTooLarge: TEXTS.unpackedTooLarge(256),
  tooManyCharacters: TEXTS.tooManyCharacters(134_217_728),
  tooManyColumns: TEXTS.tooManyColumns(2000),
  tooManyCells: TEXTS.tooManyCells(10_000_000),
  tooLarge: TEXTS.tooLarge(),
  lineTooLong: TEXTS.lineTooLong(12_345),
  otherEncoding: TEXTS.otherEncoding(2),
  badQuotes: TEXTS.badQuotes(2),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
