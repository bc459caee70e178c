import { expect, test } from 'vitest';
import { unclearNames } from './unclear-names.ts';

test.each([
  ['Mary Ann Smith', true],
  ['Ana de la Cruz', true],
  ['Ann Brown Jr.', true],
  ['Ann Brown, Jr.', true],
  ['Brown, Ann', true],
  ['Dr. Ann Brown', true],
  ['Brown A', true],
  ['John King V', true],
  ['Ann Brown', false],
  ['Ann M. Brown', false],
  ['J R R Tolkien', false],
  ['Cher', false],
])('First Last: “%s” could be divided otherwise: %s', (name, expected) => {
  expect(unclearNames([name], 'firstLast')).toEqual(expected ? [name] : []);
});

test.each([
  ['Brown, Ann Marie Lou', true],
  ['Simpson, Pat Q Jr', true],
  ['Simpson, Jr., Pat', true],
  ['Brown, Dr. Ann', true],
  ['Brown, Ann', false],
  ['Brown ,  Ann M Marie', false],
  ['de la  Cruz, Ana', false],
  ['Simpson Jr., Pat Q', false],
  ['Brown', false],
])('Last, First: “%s” could be divided otherwise: %s', (name, expected) => {
  expect(unclearNames([name], 'lastFirst')).toEqual(expected ? [name] : []);
});

test('the first five of them are enough', () => {
  const names = Array.from({ length: 9 }, (_, at) => `Mary Ann Smith${'e'.repeat(at)}`);
  expect(unclearNames(['Ann Brown', ...names], 'firstLast')).toEqual(names.slice(0, 5));
});
