import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textRows } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { Invalid } from '../failure.ts';
import { nameKey } from '../text/name-key.ts';
import { type StaffSearch, searchStaff } from './search.ts';

const positions = [{ startDate: '2020-01-01' }];
const numbers = async (ctx: Context, search: Partial<StaffSearch>) =>
  (await searchStaff(ctx, { limit: 100, ...search })).data.map(({ staffNumber }) => staffNumber).sort();

test('SRCH-1 whoever has no position is not found, unless asked for, and then is marked', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'with', positions });
  await insertPerson(ctx, { staffNumber: 'without' });
  await insertPerson(ctx, { employments: [{ hireDate: '2020-01-01' }] });
  await insertPerson(ctx, { lastName: 'Student' });
  expect(await numbers(ctx, {})).toEqual(['with']);
  const { data } = await searchStaff(ctx, { limit: 100, includeIncomplete: true });
  expect(data.map(({ staffNumber, complete }) => [staffNumber, complete]).sort()).toEqual(
    [
      ['with', true],
      ['without', false],
      [null, false],
    ].sort(),
  );
});

test('SRCH-2 by number and e-mail without case, by names from their beginning without case and accents', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    staffNumber: 'Ab1',
    lastName: 'Núñez',
    firstName: 'Zoë',
    workEmail: 'Zoe@School.org',
    positions,
  });
  await insertPerson(ctx, {
    staffNumber: '2',
    lastName: 'Nun',
    firstName: 'Al_',
    personalEmail: 'al@home.org',
    positions,
  });
  expect(await numbers(ctx, { staffNumber: ' aB1' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { lastName: 'NUN' })).toEqual(['2', 'Ab1']);
  expect(await numbers(ctx, { lastName: 'nuñe', firstName: 'ZOE' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { firstName: 'a%' })).toEqual([]);
  expect(await numbers(ctx, { firstName: 'al_' })).toEqual(['2']);
  expect(await numbers(ctx, { email: 'zoe@school.ORG' })).toEqual(['Ab1']);
  expect(await numbers(ctx, { email: 'al@home.org' })).toEqual(['2']);
});

test('SRCH-2 by birth date and SSN, exactly, and by when they were changed', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '1', birthDate: '1979-12-26', ssn: '123456789', positions });
  await insertPerson(ctx, { staffNumber: '2', birthDate: '1979-12-27', ssn: '123456788', positions });
  expect(await numbers(ctx, { birthDate: '1979-12-26' })).toEqual(['1']);
  expect(await numbers(ctx, { ssn: '123456788' })).toEqual(['2']);
  expect(await numbers(ctx, { updatedSince: '2999-01-01T00:00:00Z' })).toEqual([]);
  expect(await numbers(ctx, { updatedSince: '2000-01-01T00:00:00-06:00' })).toEqual(['1', '2']);
});

test('SRCH-2 pages by cursor meet everyone once; a cursor of another list is refused', async () => {
  const ctx = await testDistrict();
  const sent = Array.from({ length: 7 }, (_, i) => `n${i}`);
  for (const staffNumber of sent) await insertPerson(ctx, { staffNumber, positions });
  const met: (string | null)[] = [];
  for (let cursor: string[] | undefined; ; ) {
    const { data, nextCursor } = await searchStaff(ctx, { limit: 3, cursor });
    met.push(...data.map(({ staffNumber }) => staffNumber));
    if (nextCursor === null) break;
    cursor = JSON.parse(Buffer.from(nextCursor, 'base64url').toString());
  }
  expect(met.sort()).toEqual(sent);
  await expect(searchStaff(ctx, { limit: 3, cursor: ['0'] })).rejects.toBeInstanceOf(Invalid);
});

test('the database folds a name as the search does', async () => {
  const ctx = await testDistrict();
  const letters = fc.string({
    unit: fc.constantFrom(...'aAzZéÉñÑüÜçøØßłŁİœ’ -.1'),
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(letters, async (name) => {
      const [row] = await textRows<{ key: string }>(
        ctx.db,
        "select lower(regexp_replace(normalize($1::text, nfd), '[\\u0300-\\u036f]', '', 'g')) as key",
        [name],
      );
      expect(nameKey(`${name}x`).slice(0, -1)).toBe(row?.key.trimStart());
    }),
    { numRuns: 200 },
  );
});
