import { expect, test } from 'vitest';
import { blockersOf } from './blockers.ts';

const NEEDED = [
  { list: '', names: ['staffNumber', 'lastName', 'firstName'] },
  { list: 'positions', names: ['startDate'] },
];
const chosen = (...properties: (string | null)[]) =>
  properties.map((property, at) => ({ header: `C${at + 1}`, property }));

test('a whole name is a last and a first name; a middle name may be beside it', () => {
  expect(blockersOf(chosen('staffNumber', 'fullName.lastFirst', 'middleName', null), NEEDED)).toEqual([]);
  expect(blockersOf(chosen('staffNumber', 'fullName.lastFirst', 'lastName'), NEEDED)).toEqual([
    expect.stringContaining('“C2” and “C3” both contain Last name'),
  ]);
});

test('what is missing is named by its label', () => {
  expect(blockersOf(chosen('lastName', 'firstName', 'positions.2.endDate'), NEEDED)).toEqual([
    expect.stringContaining('Staff number, which is required'),
    expect.stringContaining('Position start date (position 2), which is required'),
  ]);
});
