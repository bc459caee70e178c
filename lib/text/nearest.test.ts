import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['schoolNumber', 'assignmentCode', 'titleCode', 'titleDescription', 'startDate', 'endDate'];

test.each([
  ['schooNumber', 'schoolNumber'],
  ['shcoolNumber', 'schoolNumber'],
  ['school_number', 'schoolNumber'],
  ['SCHOOLNUMBER', 'schoolNumber'],
  ['titelCode', 'titleCode'],
  ['enddate', 'endDate'],
])('STAFF-9 %s means %s', (name, meant) => {
  expect(nearest(name, known)).toBe(meant);
});

test.each(['salary', 'x', '', '__proto__', 'z'.repeat(100_000)])(
  'STAFF-9 %.20s means none of them',
  (name) => {
    expect(nearest(name, known)).toBeUndefined();
  },
);
