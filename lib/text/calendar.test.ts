import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBefore, isCalendarDate } from './calendar.ts';

test.each(['2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2023-10-01'])('%s is a day', (text) => {
  expect(isCalendarDate(text)).toBe(true);
});

test.each([
  ...['2023-02-29', '1900-02-29', '2023-04-31', '2023-00-10', '2023-13-01', '2023-01-00', '2023-01-32'],
  ...[
    '0000-01-01',
    '2023-1-1',
    '20230101',
    '01/02/2023',
    '2023-10-01T00:00:00Z',
    ' 2023-10-01',
    '',
    '٢٠٢٣-١٠-٠١',
  ],
])('EMP-2 %s is no day', (text) => {
  expect(isCalendarDate(text)).toBe(false);
});

test.each([
  ['2024-03-01', '2024-02-29'],
  ['2023-03-01', '2023-02-28'],
  ['2024-01-01', '2023-12-31'],
  ['0100-01-01', '0099-12-31'],
])('ID-2 the day before %s is %s', (date, before) => {
  expect(dayBefore(date)).toBe(before);
});

test('every day of the calendar is one, and the day before it is another, just before', () => {
  const days = fc.date({ min: new Date('0002-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (moment) => {
      const date = moment.toISOString().slice(0, 10);
      const before = dayBefore(date);
      expect(isCalendarDate(date) && isCalendarDate(before)).toBe(true);
      expect(Date.parse(date) - Date.parse(before)).toBe(86_400_000);
    }),
  );
});
