import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCalendarDate } from '../../text/calendar.ts';
import { dateExample, findDateFormats, latestDay, readDate } from './dates.ts';
import { DATE_FORMATS, type DateFormat } from './meaning.ts';

const LATEST = latestDay('positions.1.startDate', '2026-11-29');

const find = (...columns: (string[] | { cells: string[]; known: DateFormat })[]) =>
  findDateFormats(
    columns.map((column) => ({
      latest: LATEST,
      ...(Array.isArray(column) ? { cells: column, known: undefined } : column),
    })),
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
  ['2020-07-05T00:00:00+00:00', 'iso', '2020-07-05'],
  ['2020-07-05 00:00:00.000', 'iso', '2020-07-05'],
  ['8/14/2023 12:30:00 PM', 'mdy', '8/14/2023 12:30:00 PM'],
  ['soon', 'mdy', 'soon'],
  ['Jan 5, 2016', 'named', '2016-01-05'],
  ['5-Jan-16', 'named', '2016-01-05'],
  ['05-JAN-2016', 'named', '2016-01-05'],
  ['5 January 2016', 'named', '2016-01-05'],
  ['January 5th, 2016', 'named', '2016-01-05'],
  ['Sept. 1 2016', 'named', '2016-09-01'],
  ['05JAN2016', 'named', '2016-01-05'],
  ['2016-Jan-05', 'named', '2016-01-05'],
  ['Tuesday, January 5, 2016', 'named', '2016-01-05'],
  ['5-Jan-2016 0:00', 'named', '2016-01-05'],
  ['Jan 5, 2016', 'mdy', '2016-01-05'],
  ['Marchy 5, 2016', 'named', 'Marchy 5, 2016'],
  ['01252016', 'mdyCompact', '2016-01-25'],
  ['1252016', 'mdyCompact', '2016-01-25'],
  ['012516', 'mdyCompact', '2016-01-25'],
  ['25012016', 'dmyCompact', '2016-01-25'],
  ['1/5/16', 'mdy', '2016-01-05'],
  ['1/5/46', 'mdy', '2046-01-05'],
  ['1/5/47', 'mdy', '1947-01-05'],
  ["1/5/'99", 'mdy', '1999-01-05'],
  ['1/5/99', 'iso', '1/5/99'],
] as const)('%s by %s is %s', (cell, format, date) => {
  expect(readDate(cell, format, LATEST)).toBe(date);
});

test('a year of two digits: a birth date is never in the future, and is unread where nobody says what is latest', () => {
  const birth = latestDay('birthDate', '2026-11-29');
  expect(readDate('11/29/26', 'mdy', birth)).toBe('2026-11-29');
  expect(readDate('11/30/26', 'mdy', birth)).toBe('1926-11-30');
  expect(readDate('3-May-64', 'named', birth)).toBe('1964-05-03');
  expect(readDate('11/29/26', 'mdy')).toBe('11/29/26');
});

test('of a column with a month’s name, and without signs', () => {
  expect(find(['5-Jan-16', '6-Feb-17'])).toEqual(['named']);
  expect(find(['12012016', '1252016'])).toEqual(['mdyCompact']);
  expect(find(['25012016', '01022016'])).toEqual(['dmyCompact']);
  expect(find(['1/25/16', '12/1/15'])).toEqual(['mdy']);
});

test('a column that fits two formats takes that of the columns that fit one', () => {
  expect(find(['1/2/2020', '3/4/2020', '5/6/2020'], ['25/1/2020'])).toEqual(['dmy', 'dmy']);
  expect(find(['10/12/2016', '1/2/2016'], ['2016-01-25'])).toEqual(['mdy', 'iso']);
  expect(find(['01022016'], ['25122016', '01022016'])).toEqual(['dmyCompact', 'dmyCompact']);
});

test('an example says how the dates are read', () => {
  expect(dateExample(['', 'N/A', '1/5/2016'], 'mdy')).toEqual({ cell: '1/5/2016', day: '2016-01-05' });
  expect(dateExample(['1/5/2016'], 'dmy')).toEqual({ cell: '1/5/2016', day: '2016-05-01' });
  expect(dateExample(['12/31/9999', ''], 'mdy')).toBe(null);
});

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const WRITERS: Record<DateFormat, (year: string, month: string, date: string) => string> = {
  iso: (y, m, d) => `${y}-${m}-${d}`,
  mdy: (y, m, d) => `${Number(m)}/${Number(d)}/${y}`,
  dmy: (y, m, d) => `${Number(d)}.${Number(m)}.${y}`,
  named: (y, m, d) =>
    new Date(`${y}-${m}-${d}T00:00:00Z`).toLocaleDateString('en-US', {
      ...{ timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' },
    }),
  compact: (y, m, d) => y + m + d,
  mdyCompact: (y, m, d) => m + d + y,
  dmyCompact: (y, m, d) => d + m + y,
  serial: (y, m, d) => String(Date.parse(`${y}-${m}-${d}`) / 86_400_000 + 25_569),
};

test('what a system writes by a format is read by it, with two digits of the year, too', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...DATE_FORMATS), (date, format) => {
      const [year = '', month = '', ofMonth = ''] = date.split('-');
      expect(readDate(WRITERS[format](year, month, ofMonth), format, LATEST)).toBe(date);
      if (format === 'mdy' || format === 'dmy')
        expect(readDate(WRITERS[format](year.slice(2), month, ofMonth), format, LATEST)).toBe(
          date >= '1947' ? date : `20${date.slice(2)}`,
        );
    }),
  );
});

test('a year of two digits is never after the latest day, and within a hundred years before it', () => {
  fc.assert(
    fc.property(day, day, (written, latest) => {
      const [year = '', month, ofMonth] = written.split('-');
      const read = readDate(`${month}/${ofMonth}/${year.slice(2)}`, 'mdy', latest);
      fc.pre(isCalendarDate(read));
      expect(read <= latest).toBe(true);
      expect(Number(latest.slice(0, 4)) - Number(read.slice(0, 4))).toBeLessThanOrEqual(100);
    }),
  );
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
