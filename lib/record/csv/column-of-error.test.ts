import { expect, test } from 'vitest';
import { type Column, readHeader } from './column.ts';
import { columnOfError } from './column-of-error.ts';

const columns = [
  'staffNumber',
  'middleName',
  'positions.1.schoolNumber',
  'positions.2.schoolNumber',
  'positions.2.startDate',
  'household.address.city',
].map((name) => readHeader(name) as Column);

/** Nothing is said of position 1, so position 2 is the first of the record. */
const CELLS = ['1', '', '', '010', '', 'Blaine'];
const columnAt = (pointer: string) => columnOfError(columns, CELLS, pointer.split('/').slice(1))?.header;

test.each([
  ['/staffNumber', 'staffNumber'],
  ['/middleName', 'middleName'],
  ['/positions/0/schoolNumber', 'positions.2.schoolNumber'],
  ['/positions/0/startDate', 'positions.2.startDate'],
  ['/household/householdLocations/0/address/city', 'household.address.city'],
  ['/household/householdLocations/0/address/state', undefined],
  ['/lastName', undefined],
  ['', undefined],
])('STAFF-9 an error at “%s” is of the column %s', (pointer, header) => {
  expect(columnAt(pointer)).toBe(header);
});
