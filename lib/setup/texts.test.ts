import { expect, test } from 'vitest';
import { expectPlainSentences } from '../text/testing/plain-sentences.ts';
import { SETUP_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  appName: TEXTS.appName(),
  appNameNear: TEXTS.appNameNear('grand-bend'),
  districtName: TEXTS.districtName(),
  timeZone: TEXTS.timeZone('Central'),
  username: TEXTS.username(),
  adminName: TEXTS.adminName(),
  noSuchDistrict: TEXTS.noSuchDistrict('x', ['Elm', 'Oak']),
  noSuchUser: TEXTS.noSuchUser('pat'),
  userDisabled: TEXTS.userDisabled('pat'),
  columnMissing: TEXTS.columnMissing('code', ['a', 'b']),
  columnTwice: TEXTS.columnTwice('Code', 'code'),
  blank: TEXTS.blank('name'),
  tooLong: TEXTS.tooLong('code', 15),
  notActive: TEXTS.notActive(),
  codeTwice: TEXTS.codeTwice('10', 1200),
  listChanged: TEXTS.listChanged(),
  rowUnreadable: TEXTS.rowUnreadable(),
  imported: TEXTS.imported(),
  refused: TEXTS.refused(1),
};
// Operators know the names of the API.
const forOperators = (text: string) => text.replaceAll(/appName|IANA|URL/g, 'Name');

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(forOperators(text)));

test('a district that is not there is named with those that are', () => {
  expect(TEXTS.noSuchDistrict('x', [])).toContain('campus district create');
  expect(TEXTS.noSuchDistrict('x', ['Elm'])).toBe('There is no district “x”. There are: Elm.');
});
