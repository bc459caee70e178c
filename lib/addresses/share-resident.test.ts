import { expect, test } from 'vitest';
import type { Inhabited } from './schema.ts';
import { shareResident } from './share-resident.ts';

const home = (...residents: [id: string, lastName: string, firstName: string][]) =>
  ({ residents: residents.map(([id, lastName, firstName]) => ({ id, lastName, firstName })) }) as Inhabited;
const murphys = home(['1', 'Murphy', 'Maryellen'], ['2', 'Murphy', 'Tom']);

test.each([
  ['one person lives or lived at both', home(['2', 'Murphy', 'Tom']), true],
  ['the same name, as parent and as staff', home(['9', 'MURPHY', 'Maryellen']), true],
  ['another person of the family name', home(['9', 'Murphy', 'Ann']), false],
  ['families that have nothing in common', home(['3', 'Brown', 'Ann']), false],
  ['nobody lives there', home(), false],
])('%s', (_, other, shared) => {
  expect(shareResident(murphys, other)).toBe(shared);
  expect(shareResident(other, murphys)).toBe(shared);
});
