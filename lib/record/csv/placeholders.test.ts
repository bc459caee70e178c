import { expect, test } from 'vitest';
import { findPlaceholders } from './placeholders.ts';

const found = (cells: string[], property = 'workEmail') =>
  findPlaceholders(new Map(cells.map((cell) => [cell, 1])), /Date$/.test(property), property).map(
    ({ text }) => text,
  );

test.each([
  'NULL',
  'null',
  'N/A',
  '#N/A',
  'n.a.',
  'none',
  '-',
  '--',
  '–',
  '.',
  '?',
  '(none)',
  '<null>',
  '[N/A]',
  '\\N',
  'Not Provided',
  'unknown',
  '#REF!',
])('%s means nothing', (text) => {
  expect(found(['a@b.org', text])).toEqual([text]);
});

test.each(['Nolan', 'Nonesuch', 'ann@none.org', '0', 'x', 'No', ''])('“%s” is a value', (text) => {
  expect(found(['a@b.org', text])).toEqual([]);
});

test.each([
  ['ssn', '000-00-0000'],
  ['ssn', '999999999'],
  ['workPhone', '(000) 000-0000'],
  ['household.address.zip', '00000'],
])('of %s also %s', (property, text) => {
  expect(found([text], property)).toEqual([text]);
  expect(found([text], 'positions.1.titleCode')).toEqual([]);
});

test.each(['unknown', 'UNK', 'NA', 'XXX'])('%s may be a code of the district', (text) => {
  expect(found([text], 'gender')).toEqual([]);
  expect(found([text], 'middleName')).toEqual([text]);
});

test.each([
  '12/31/9999',
  '12/31/9999 0:00',
  '31.12.9999',
  '9999-12-31',
  '9999-12-31T00:00:00',
  '99991231',
  '31-DEC-9999',
  '00/00/0000',
  '0000-00-00',
  '00000000',
  '0',
  '99/99/9999',
  '12/31/2099',
  '2999-12-31',
  '2958465',
  '1/0/1900',
  '1/1/1900',
  '0001-01-01 00:00:00',
])('%s is no day of a job, and asked', (text) => {
  expect(found(['1/5/2016', text], 'positions.1.endDate')).toEqual([text]);
});

test.each(['1/5/2016', '42394', '20160125', '6/30/2031', '12/31/98', '1/1/1950'])('%s is a day', (text) => {
  expect(found([text], 'positions.1.endDate')).toEqual([]);
});

test('each is counted once, whatever its case, the most frequent first', () => {
  const values = new Map([
    ['-', 2],
    ['Null', 1],
    ['a', 9],
    ['NULL ', 3],
    ['', 5],
  ]);
  expect(findPlaceholders(values, false, 'workEmail')).toEqual([
    { text: 'Null', count: 4 },
    { text: '-', count: 2 },
  ]);
});
