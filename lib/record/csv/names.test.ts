import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NAME_ORDERS, splitName } from './names.ts';

const parts = (name: string, order: (typeof NAME_ORDERS)[number]) => {
  const split = splitName(name, order);
  return split && [split.lastName, split.firstName, split.middleName];
};

test.each([
  ['Brown, Ann', ['Brown', 'Ann', '']],
  ['Brown,Ann M', ['Brown', 'Ann', 'M']],
  ['Brown , Ann  Marie Lou', ['Brown', 'Ann', 'Marie Lou']],
  ['Simpson Jr., Pat', ['Simpson Jr.', 'Pat', '']],
  ['Simpson, Jr., Pat Q', ['Simpson Jr.', 'Pat', 'Q']],
  ['Simpson, Pat Q Jr', ['Simpson Jr', 'Pat', 'Q']],
  ['Simpson, Pat Q., III', ['Simpson III', 'Pat', 'Q.']],
  ['King, John V', ['King', 'John', 'V']],
  ['King, Junior', undefined],
  ['de la Cruz, Ana', ['de la Cruz', 'Ana', '']],
  ['O’Brien-Smith, Mary Ann', ['O’Brien-Smith', 'Mary', 'Ann']],
  ['Brown, Dr. Ann M', ['Brown', 'Dr. Ann', 'M']],
  ['Brown', undefined],
  ['Ann Brown', undefined],
  ['Brown,', undefined],
  [', Ann', undefined],
  ['', undefined],
])('Last, First: %s', (name, expected) => {
  expect(parts(name, 'lastFirst')).toEqual(expected);
});

test.each([
  ['Ann Brown', ['Brown', 'Ann', '']],
  ['Ann M. Brown', ['Brown', 'Ann', 'M.']],
  ['Ann M Brown, Jr.', ['Brown Jr.', 'Ann', 'M']],
  ['Ann Brown III', ['Brown III', 'Ann', '']],
  ['Ana de la Cruz', ['de la Cruz', 'Ana', '']],
  ['Ludwig van Beethoven', ['van Beethoven', 'Ludwig', '']],
  ['Brown, Ann M', ['Brown', 'Ann', 'M']],
  ['Dr. Ann Brown', ['Brown', 'Dr. Ann', '']],
  ['Cher', undefined],
])('First Last: %s', (name, expected) => {
  expect(parts(name, 'firstLast')).toEqual(expected);
});

test('nothing of a name is lost or added', () => {
  const word = fc.constantFrom(
    'Ann',
    'Brown',
    'Jr.',
    'III',
    'V',
    'de',
    'la',
    'Dr.',
    'M',
    'O’Neil',
    'Lee-Ray',
  );
  const name = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .chain((words) =>
      fc.tuple(...words.map((one) => fc.constantFrom(one, `${one},`))).map((all) => all.join(' ')),
    );
  fc.assert(
    fc.property(name, fc.constantFrom(...NAME_ORDERS), (text, order) => {
      const split = splitName(text, order);
      if (!split) return;
      const words = Object.values(split).flatMap((part) => part.split(' ').filter(Boolean));
      expect(words.sort()).toEqual(text.replaceAll(',', '').split(' ').sort());
    }),
  );
});
