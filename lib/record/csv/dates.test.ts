import { expect, test } from 'vitest';
import { findDateFormats, readDate } from './dates.ts';
import type { DateFormat } from './meaning.ts';

const find = (...columns: (string[] | { cells: string[]; known: DateFormat })[]) =>
  findDateFormats(
    columns.map((column) => (Array.isArray(column) ? { cells: column, known: undefined } : column)),
  );

test.each([
  ['7/5/2020', 'mdy', '2020-07-05'],
  ['7-5-2020', 'mdy', '2020-07-05'],
  ['5.7.2020', 'dmy', '2020-07-05'],
  ['05/07/2020', 'dmy', '2020-07-05'],
  ['20200705', 'compact', '2020-07-05'],
  ['44017', 'serial', '2020-07-05'],
  ['42394.0', 'serial', '2016-01-25'],
  ['2/9/1988 0:00', 'mdy', '1988-02-09'],
  ['8/14/2023 12:00:00 AM', 'mdy', '2023-08-14'],
  ['2020-07-05T00:00:00.000Z', 'iso', '2020-07-05'],
  ['2020-07-05 00:00:00', 'mdy', '2020-07-05'],
  ['2020/7/5', 'iso', '2020-07-05'],
  ['8/14/2023 12:30:00 PM', 'mdy', '8/14/2023 12:30:00 PM'],
  ['soon', 'mdy', 'soon'],
] as const)('%s by %s is %s', (cell, format, date) => {
  expect(readDate(cell, format)).toBe(date);
});

test('one odd value, and blanks at the beginning, spoil nothing', () => {
  expect(find(['', '', '', '6/30/2024', 'n/a', '1/2/2020'])).toEqual(['mdy']);
  expect(find(['20200101', '', '20240630'])).toEqual(['compact']);
  expect(find(['42394', '43000', ''])).toEqual(['serial']);
});

test('day and month are told apart by the other columns; a blank column is written as they are', () => {
  expect(find(['1.2.2020', '3.4.2020'], ['25.1.2020'], [])).toEqual(['dmy', 'dmy', 'dmy']);
  expect(find(['1/2/2020'], ['1/25/2020'], ['', ''])).toEqual(['mdy', 'mdy', 'mdy']);
  expect(find(['1/2/2020'])).toEqual(['mdy']);
});

test('what was confirmed before counts only where the cells agree', () => {
  expect(find({ cells: ['8/14/1977', '1/2/1980'], known: 'iso' })).toEqual(['mdy']);
  expect(find({ cells: ['1/2/2020'], known: 'dmy' })).toEqual(['dmy']);
  expect(find({ cells: [], known: 'mdy' })).toEqual(['mdy']);
});
