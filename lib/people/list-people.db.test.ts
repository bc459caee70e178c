import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { type GivenPerson, insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { TooMany } from '../failure.ts';
import { countPeople } from './count-people.ts';
import { pageOfFiltered } from './find-people.ts';
import { listPeople, peopleRows } from './list-people.ts';
import type { Meaning } from './meaning.ts';
import { pageByName } from './page-by-name.ts';
import { type PeopleAsked, wantedOf } from './wanted-people.ts';

const positions = [{ startDate: '2024-07-01', assignmentCode: '20' }];
const complete = (given: GivenPerson) => ({ positions, ...given });

const asked: PeopleAsked = {
  search: '',
  among: 'directory',
  filters: [],
  order: 'name',
  page: 1,
  limit: 50,
};
/** By name, and as many as are counted. */
async function names(ctx: Context, over: Partial<PeopleAsked> = {}): Promise<string[]> {
  const { data, more } = await listPeople(ctx, { ...asked, ...over });
  if (!more && !over.page)
    expect(await countPeople(ctx, { ...asked, ...over })).toEqual({ total: data.length, more: false });
  return data.map(({ lastName }) => lastName);
}

test('SRCH-1 who has no position is found with Incomplete only, and marked', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, complete({ lastName: 'Whole', staffNumber: '1' }));
  await insertPerson(ctx, { lastName: 'Numbered', staffNumber: '2' });
  await insertPerson(ctx, { lastName: 'Employed', employments: [{ hireDate: '2024-07-01' }] });
  await insertPerson(ctx, { lastName: 'Student' });
  expect(await names(ctx)).toEqual(['Whole']);
  expect(await names(ctx, { search: '2' })).toEqual([]);
  expect(await names(ctx, { filters: ['incomplete'] })).toEqual(['Employed', 'Numbered']);
  expect(await names(ctx, { among: 'staff' })).toEqual(['Employed', 'Numbered', 'Whole']);
  expect(await names(ctx, { among: 'everyone' })).toEqual(['Employed', 'Numbered', 'Student', 'Whole']);
  const { data } = await listPeople(ctx, { ...asked, filters: ['incomplete'] });
  expect(data.map(({ position }) => position)).toEqual([null, null]);
});

test('CHK-1 filters narrow together: no number, duplicate number as STAFF-1 compares, HR-managed', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, complete({ lastName: 'A', staffNumber: 'PENDING' }));
  await insertPerson(ctx, complete({ lastName: 'B', staffNumber: ' pending', hrManagedAt: ctx.now }));
  await insertPerson(ctx, complete({ lastName: 'C', staffNumber: ' ' }));
  await insertPerson(ctx, complete({ lastName: 'D', staffNumber: '7', hrManagedAt: ctx.now }));
  await insertPerson(ctx, { lastName: 'E', staffNumber: 'Pending' });
  expect(await names(ctx, { filters: ['duplicateNumber'] })).toEqual(['A', 'B']);
  expect(await names(ctx, { filters: ['duplicateNumber', 'hrManaged'] })).toEqual(['B']);
  expect(await names(ctx, { filters: ['duplicateNumber', 'incomplete'] })).toEqual(['E']);
  expect(await names(ctx, { filters: ['noNumber'] })).toEqual(['C']);
  expect(await names(ctx, { filters: ['hrManaged'] })).toEqual(['B', 'D']);
});

test('SRCH-1 many without a position or a number are paged by name as few are', async () => {
  const ctx = await testDistrict();
  const employments = [{ hireDate: '2024-07-01' }];
  for (const lastName of ['Berg', 'adams', 'Cole'])
    await insertPerson(ctx, { lastName, staffNumber: lastName });
  for (const lastName of ['Dahl', 'Abt'])
    await insertPerson(ctx, { lastName, employments: [...employments, { hireDate: '2020-07-01' }] });
  for (const lastName of ['Zorn', 'Quist']) await insertPerson(ctx, complete({ lastName, employments }));
  await insertPerson(ctx, complete({ lastName: 'Whole', staffNumber: '1', employments }));
  await insertPerson(ctx, { lastName: 'Student' });
  const page = (filters: PeopleAsked['filters'], few: number, place: object = {}) =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const wanted = { ...wantedOf({ ...asked, filters }), order: 'name', limit: 50, offset: 0 } as const;
      const found = await pageOfFiltered(tx, { ...wanted, ...place }, few);
      const ids = found.map(({ id }) => id);
      return (await peopleRows(tx, ids)).map(({ lastName }) => lastName);
    });
  const incomplete = ['Abt', 'adams', 'Berg', 'Cole', 'Dahl'];
  for (const few of [0, 1, 5, 100]) {
    expect(await page(['incomplete'], few)).toEqual(incomplete);
    expect(await page(['incomplete'], few, { order: '-name' })).toEqual(incomplete.toReversed());
    expect(await page(['incomplete'], few, { limit: 2, offset: 3 })).toEqual(['Cole', 'Dahl']);
    expect(await page(['incomplete'], few, { offset: 9 })).toEqual([]);
    expect(await page(['noNumber'], few)).toEqual(['Quist', 'Zorn']);
    expect(await page(['noNumber', 'incomplete'], few)).toEqual(['Abt', 'Dahl']);
  }
  expect(await names(ctx, { filters: ['incomplete', 'noNumber'], order: 'staffNumber' })).toEqual([
    'Abt',
    'Dahl',
  ]);
  expect(await names(ctx, { filters: ['incomplete'], search: 'd' })).toEqual(['Dahl']);
});

test('SRCH-2 found by number, either name, accents or not, e-mail, birth date and SSN', async () => {
  const ctx = await testDistrict();
  const nunez = {
    lastName: 'Núñez',
    firstName: 'José María',
    staffNumber: 'T-100%',
    workEmail: 'JNunez@school.us',
    personalEmail: 'pepe@home.example',
    birthDate: '1979-07-04',
    ssn: '123456789',
  };
  // One of them complete, one found with the filter: the few whom it leaves are asked one by one.
  await insertPerson(ctx, complete(nunez));
  await insertPerson(ctx, nunez);
  await insertPerson(ctx, { lastName: 'Other', staffNumber: 'T-1001' });
  await insertPerson(ctx, complete({ lastName: 'Other', staffNumber: 'T-1000' }));
  for (const search of [
    'NUNEZ',
    'nún',
    'jose',
    'José María Núñez',
    'nunez jose',
    'Nuñez, jo',
    't-100%',
    'jnunez@',
    'PEPE@home.example',
    '7/4/1979',
    '123-45-6789',
    '123456789',
  ])
    for (const filters of [[], ['incomplete'], ['duplicateNumber']] as const)
      expect(await names(ctx, { search, filters }), search).toEqual(['Núñez']);
  for (const search of ['unez', 'nunez pat', '6789', "'; drop table person --", '%', '_'])
    for (const filters of [[], ['incomplete']] as const)
      expect(await names(ctx, { search, filters }), search).toEqual([]);
});

test('pages follow one another in every order, and no other district’s people are among them', async () => {
  const ctx = await testDistrict();
  await insertPerson(await testDistrict(), complete({ lastName: 'Foreign', staffNumber: '1' }));
  for (const [lastName, staffNumber] of [
    ['Zoe', '1'],
    ['adams', '3'],
    ['Ébert', '2'],
    ['Moss', null],
  ] as const)
    await insertPerson(ctx, complete({ lastName, staffNumber }));
  expect(await names(ctx)).toEqual(['adams', 'Ébert', 'Moss', 'Zoe']);
  expect(await names(ctx, { order: '-name' })).toEqual(['Zoe', 'Moss', 'Ébert', 'adams']);
  expect(await names(ctx, { order: 'staffNumber' })).toEqual(['Zoe', 'Ébert', 'adams', 'Moss']);
  expect(await names(ctx, { order: '-staffNumber' })).toEqual(['adams', 'Ébert', 'Zoe', 'Moss']);
  expect(await names(ctx, { page: 2, limit: 3 })).toEqual(['Zoe']);
  expect(await listPeople(ctx, { ...asked, page: 9, limit: 3 })).toEqual({ data: [], more: false });
  expect(await listPeople(ctx, { ...asked, limit: 3 })).toMatchObject({ more: true });
  expect(await listPeople(ctx, { ...asked, limit: 4 })).toMatchObject({ more: false });
});

test('a row shows the current position, how many more there are, and the roles', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    positions: [
      { startDate: '2024-07-01', endDate: '2025-06-30', assignmentCode: '10' },
      { startDate: '2023-07-01', titleCode: 'DA8F3B5B', schoolNumber: '010' },
    ],
  });
  const { data } = await listPeople(ctx, asked);
  expect(data[0]).toMatchObject({
    position: { title: '2nd Grade teacher', school: 'Harrison High School', more: 1 },
    roles: ['staff'],
    hrManaged: false,
  });
});

test('SRCH-2 a search that finds many is paged by name as one that finds few, and nobody is there twice', async () => {
  const ctx = await testDistrict();
  const people = [
    ['Moss', 'Ann', '10'],
    ['Moss', 'Mia', '21'],
    ['Adams', 'Max', '1'],
    ['adams', 'Zoe', '12'],
    ['Zorn', 'Mia', '2'],
    ['Mäder', 'Ole', '3'],
    ['Unseen', 'Ole', '4'],
  ] as const;
  for (const [lastName, firstName, staffNumber] of people)
    await insertPerson(ctx, complete({ lastName, firstName, staffNumber }));
  await insertPerson(ctx, { lastName: 'Mincomplete', staffNumber: '11' });
  const found = (search: string, few: number, place: object = {}) =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const wanted = {
        ...wantedOf({ ...asked, search }),
        order: 'name',
        limit: 50,
        offset: 0,
        ...place,
      } as const;
      const ids = await pageByName(tx, { ...wanted, meant: wanted.meant as Meaning }, few);
      return (
        await peopleRows(
          tx,
          ids.map(({ id }) => id),
        )
      ).map((row) => `${row.lastName} ${row.firstName}`);
    });
  const m = ['Adams Max', 'Mäder Ole', 'Moss Ann', 'Moss Mia', 'Zorn Mia'];
  for (const few of [0, 1, 100]) {
    expect(await found('m', few)).toEqual(m);
    expect(await found('m', few, { order: '-name' })).toEqual(m.toReversed());
    expect(await found('m', few, { limit: 2, offset: 2 })).toEqual(m.slice(2, 4));
    expect(await found('1', few)).toEqual(['Adams Max', 'adams Zoe', 'Moss Ann']);
    expect(await found('moss, m', few)).toEqual(['Moss Mia']);
    expect(await found(', m', few)).toEqual(['Adams Max', 'Moss Mia', 'Zorn Mia']);
    expect(await found('mia zorn', few)).toEqual(['Zorn Mia']);
    expect(await found('nobody', few)).toEqual([]);
  }
});

test('SRCH-2 of a search no more people are counted than it takes to know that they are many, each once', async () => {
  const ctx = await testDistrict();
  for (const [lastName, firstName] of [
    ['Moss', 'Mia'],
    ['Moss', 'Max'],
    ['Zorn', 'Ole'],
  ])
    await insertPerson(ctx, complete({ lastName, firstName }));
  const counted = (search: string, most: number) => countPeople(ctx, { ...asked, search }, most);
  expect(await counted('m', 1)).toEqual({ total: 1, more: true });
  expect(await counted('m', 2)).toEqual({ total: 2, more: false });
  expect(await counted('z', 1)).toEqual({ total: 1, more: false });
  expect(await counted('', 1)).toEqual({ total: 3, more: false });
});

const clerk = (ctx: Context): Context => ({
  ...ctx,
  actor: { kind: 'user', id: ctx.newId(), name: 'Clerk, Kim', username: 'kim' },
});

test('SRCH-2 nine digits that a staff number begins with are a number: no SSN is searched for, and none is counted', async () => {
  const ctx = clerk(await testDistrict());
  for (let n = 0; n < 40; n += 1)
    await insertPerson(ctx, complete({ lastName: `N${n}`, staffNumber: String(123_450_000 + n) }));
  await insertPerson(ctx, complete({ lastName: 'Secret', staffNumber: '5', ssn: '123450007' }));
  for (let n = 0; n < 40; n += 1)
    expect(await names(ctx, { search: String(123_450_000 + n) })).toEqual([`N${n}`]);
  expect(await names(ctx, { search: '123-45-0007' })).toEqual(['Secret']);
});

test('SRCH-2 the thirty-first SSN of an hour is refused, in the list and in the count', async () => {
  const ctx = clerk(await testDistrict());
  const ssn = (n: number) => String(223_450_000 + n);
  for (let n = 0; n < 30; n += 1) expect(await names(ctx, { search: ssn(n) })).toEqual([]);
  await expect(listPeople(ctx, { ...asked, search: ssn(30) })).rejects.toBeInstanceOf(TooMany);
  await expect(countPeople(ctx, { ...asked, search: ssn(30) })).rejects.toBeInstanceOf(TooMany);
  expect(await names(ctx, { search: ssn(7) })).toEqual([]);
});
