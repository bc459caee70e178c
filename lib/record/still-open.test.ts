import { describe, expect, test } from 'vitest';
import { stillOpen } from './still-open.ts';

const TODAY = '2026-11-24';
const ended = (...dates: (string | null)[]) => dates.map((terminationDate) => ({ terminationDate }));
const until = (...dates: (string | null)[]) => dates.map((endDate) => ({ endDate }));
const warned = (employments: ReturnType<typeof ended>, positions: ReturnType<typeof until>) =>
  stillOpen(employments, positions, TODAY, '/positions').map(({ message }) => message);

describe('STAFF-7 an ended employment with an open position', () => {
  test('is warned of', () => {
    expect(stillOpen(ended('2026-06-30'), until(null), TODAY, '/positions')).toEqual([
      {
        code: 'positionStillOpen',
        message:
          'The employment ended on 2026-06-30, but a position has no endDate; both were taken as sent.',
        pointer: '/positions',
      },
    ]);
  });
  test('once, however many there are', () => {
    expect(warned(ended('2026-11-23', '2020-06-30'), until(null, '2021-06-30', null))).toEqual([
      'The last employment ended on 2026-11-23, but 2 positions have no endDate; both were taken as sent.',
    ]);
  });
  test.each([
    ['one employment is open', ended('2020-06-30', null), until(null)],
    ['one ends today', ended('2026-11-24'), until(null)],
    ['one ends later', ended('2020-06-30', '2027-06-30'), until(null)],
    ['every position has an end', ended('2026-06-30'), until('2027-06-30')],
    ['no position', ended('2026-06-30'), []],
    ['no employment', [], until(null)],
  ])('not where %s', (_, employments, positions) => {
    expect(warned(employments, positions)).toEqual([]);
  });
});
