import { expect, test } from 'vitest';
import { hr, livesAt, position } from '../../change/testing/hr.ts';
import { broughtBy } from './brought.ts';

test('SYNC-11 employments, positions with title and school, and addresses of a new person', () => {
  const sent = {
    employments: [{ hireDate: '2015-01-01', terminationDate: '2018-06-30' }, { hireDate: '2020-07-25' }],
    positions: [
      position({ titleCode: 'T1', titleDescription: 'Coach' }),
      position({ assignmentCode: null, titleCode: 'T2', endDate: '2024-06-30' }),
    ],
    household: { householdLocations: [livesAt('17 Oak St Apt 4')] },
  };
  expect(broughtBy(hr(sent))).toEqual([
    'employment from 2015-01-01 to 2018-06-30',
    'employment from 2020-07-25',
    'position at school 010, title T1 "Coach", assignment code 20, from 2023-10-01',
    'position at school 010, title T2, from 2023-10-01 to 2024-06-30',
    'address 17 Oak St Apt 4, Blaine MN 55123',
  ]);
  expect(broughtBy(hr())).toEqual([]);
});

test('SYNC-11 of a long list ten are named and the others counted', () => {
  const positions = Array.from({ length: 12 }, (_, i) => position({ startDate: `2020-01-${i + 10}` }));
  expect(broughtBy(hr({ positions }))).toHaveLength(11);
  expect(broughtBy(hr({ positions })).at(-1)).toBe('2 more positions');
});
