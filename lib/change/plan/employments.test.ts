import { describe, expect, test } from 'vitest';
import { Campus } from '../testing/campus.ts';
import { hrUpdate } from '../testing/hr.ts';
import { seedPerson } from '../testing/seed.ts';

type Dates = [hireDate: string, terminationDate?: string | null];
const OPEN = null;

/** Sends `sent` to a person with the `stored` employments. @returns what is there afterwards, in stored order */
function send(stored: Dates[], sent: Dates[]) {
  const campus = new Campus();
  const personId = seedPerson(campus);
  for (const [hireDate, terminationDate = OPEN] of stored)
    campus.add('employment', { personId, hireDate, terminationDate });
  const employments = sent.map(([hireDate, terminationDate = OPEN]) => ({ hireDate, terminationDate }));
  const [plan] = campus.commit([hrUpdate({ employments })], 'update');
  return { plan, rows: campus.rows('employment').map((row) => [row.hireDate, row.terminationDate]) };
}

describe('EMP-3', () => {
  test('matched by hireDate: the terminationDate is updated', () => {
    expect(send([['2020-07-25']], [['2020-07-25', '2024-06-30']]).rows).toEqual([
      ['2020-07-25', '2024-06-30'],
    ]);
    expect(send([['2020-07-25', '2024-06-30']], [['2020-07-25']]).rows).toEqual([['2020-07-25', OPEN]]);
  });
  test('else by terminationDate: the hireDate is updated', () => {
    expect(send([['2020-12-08', '2024-06-30']], [['2020-07-25', '2024-06-30']]).rows).toEqual([
      ['2020-07-25', '2024-06-30'],
    ]);
  });
  test('two open ends match', () => {
    expect(send([['2020-12-08']], [['2020-07-25']]).rows).toEqual([['2020-07-25', OPEN]]);
  });
  test('else it is created', () => {
    expect(send([['2015-01-01', '2018-06-30']], [['2020-07-25']]).rows).toEqual([
      ['2015-01-01', '2018-06-30'],
      ['2020-07-25', OPEN],
    ]);
  });
  test('what HR leaves out is kept', () => {
    expect(send([['2015-01-01', '2018-06-30'], ['2020-07-25']], [['2020-07-25']]).plan?.changes.length).toBe(
      1,
    );
  });
  test('equal ones first: an open one that is there does not take the place of another', () => {
    const stored: Dates[] = [['2020-12-08'], ['2020-07-25']];
    expect(send(stored, [['2021-01-01'], ['2020-07-25']]).rows).toEqual([
      ['2021-01-01', OPEN],
      ['2020-07-25', OPEN],
    ]);
  });
  test('a stored employment meets one record, the rest go in the order sent', () => {
    expect(send([['2020-12-08']], [['2020-07-25'], ['2022-01-01']]).rows).toEqual([
      ['2020-07-25', OPEN],
      ['2022-01-01', OPEN],
    ]);
  });
  test('each of the rest looks by hireDate before terminationDate', () => {
    expect(send([['2020-12-08'], ['2015-01-01', '2018-06-30']], [['2015-01-01']]).rows).toEqual([
      ['2020-12-08', OPEN],
      ['2015-01-01', OPEN],
    ]);
  });
  test('two equal records meet two equal employments, and a third is created', () => {
    const twice: Dates[] = [['2020-07-25'], ['2020-07-25']];
    expect(send(twice, twice).plan?.outcome).toBe('unchanged');
    expect(send(twice, [...twice, ['2020-07-25']]).rows).toHaveLength(3);
  });
});

test('STAFF-6 employments: [] changes nothing', () => {
  expect(send([['2020-07-25']], []).plan).toMatchObject({ outcome: 'unchanged' });
});

test('EMP-2 a termination before the hire date is stored as sent, with a warning', () => {
  const { plan, rows } = send([], [['2020-07-25', '2019-01-01']]);
  expect(rows).toEqual([['2020-07-25', '2019-01-01']]);
  expect(plan?.warnings).toMatchObject([{ code: 'terminationBeforeHire' }]);
});
