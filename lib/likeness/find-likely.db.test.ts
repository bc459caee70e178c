import { expect, test } from 'vitest';
import { textRun } from '../../db/sql-text.ts';
import { testDistrict } from '../../db/testing/district.ts';
import { insertAddress, insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../failure.ts';
import { createStaffMember } from '../staff/create.ts';
import { findLikely } from './find-likely.ts';
import { fingerprintOf } from './fingerprint-of.ts';

const hired = (over: object = {}) => ({
  staffNumber: 'new1',
  lastName: 'Núñez',
  firstName: 'Robert',
  gender: 'M',
  birthDate: '1979-12-26',
  ...over,
});
const candidates = async (ctx: Context, json: object) =>
  (await createStaffMember(ctx, json)).warnings.find(({ code }) => code === 'likelyDuplicate')?.candidates;

test('CMB-2 a parent who is hired is found by nickname and birth date, named without a staff number', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { lastName: 'Nunez', firstName: 'Bob', birthDate: '1979-12-26' });
  await insertPerson(ctx, { lastName: 'Nunez', firstName: 'Bob', birthDate: '2010-01-01' });
  expect(await candidates(ctx, hired())).toEqual([
    {
      id,
      staffNumber: null,
      score: expect.any(Number),
      reasons: expect.arrayContaining(['same birth date']),
    },
  ]);
});

test.each([
  ["O'Brien", 'O’Brien'],
  ['Opunui', 'ʻOpunui'],
  ['Smith-Jones', 'Smith Jones'],
  ['Núñez', 'Nunez Jr.'],
  ['McDonald', 'Mc Donald'],
])('CMB-2 %s is found as %s', async (sent, stored) => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { lastName: stored, firstName: 'Bob Sr', birthDate: '1979-12-26' });
  expect((await candidates(ctx, hired({ lastName: sent })))?.map((found) => found.id)).toEqual([id]);
});

test('CMB-2 someone without a birth date, or with day and month swapped, is found by name and e-mail address', async () => {
  const ctx = await testDistrict();
  const mail = { lastName: 'Nunez', firstName: 'Robert', personalEmail: 'bob@home.org' };
  const unknown = await insertPerson(ctx, mail);
  const swapped = await insertPerson(ctx, { ...mail, birthDate: '1979-12-03' });
  await insertPerson(ctx, { ...mail, birthDate: '1979-12-04' });
  const found = await candidates(ctx, hired({ birthDate: '1979-03-12', personalEmail: 'Bob@home.org' }));
  expect(found?.map(({ id }) => id)).toEqual([swapped.id, unknown.id]);
});

const at = (fullStreetAddress: string) => ({ fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' });
const livesAt = (line: string) => ({ householdLocations: [{ address: at(line) }] });
const parent = { lastName: 'Nunez', firstName: 'Robert' };

test('CMB-2 a guardian without a birth date is found by name and phone, their own or the household’s', async () => {
  const ctx = await testDistrict();
  const own = await insertPerson(ctx, { ...parent, cellPhone: '(950) 362 2819' });
  const shared = await insertPerson(ctx, parent);
  await insertHousehold(ctx, { members: [shared.id], phone: '950-362-2819' });
  await insertPerson(ctx, { ...parent, cellPhone: '(950) 362 2810' });
  const found = await candidates(ctx, hired({ workPhone: '9503622819' }));
  expect(found?.map(({ id }) => id)).toEqual([own.id, shared.id]);
  expect(found?.[0]?.reasons).toEqual(['same name', 'same phone number']);
  const rejected = hired({
    ...{ staffNumber: 'n2', birthDate: null, cellPhone: '950.362.2819' },
    onLikelyDuplicate: 'reject',
  });
  // By now the one who was created is a third.
  await expect(createStaffMember(ctx, rejected)).rejects.toMatchObject({
    facts: { candidates: [{ id: own.id }, { id: shared.id }, { staffNumber: 'new1' }] },
  });
});

test('CMB-2 a guardian without a birth date is found by name and address, also one that was merged', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, parent);
  const { addressIds } = await insertHousehold(ctx, {
    members: [id],
    locations: [{ address: at('39 Green Milton Rd') }],
  });
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const merged = await insertAddress(ctx, tx, at('39 Greene Milton Rd'));
    await textRun(tx, 'update address set merged_into = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      merged,
      addressIds[0],
    ]);
  });
  const named = { id, staffNumber: null, score: 0.75, reasons: ['same name', 'same address'] };
  const found = (staffNumber: string, line: string) =>
    candidates(ctx, hired({ staffNumber, birthDate: null, household: livesAt(line) }));
  expect(await found('other', '40 Green Milton Road')).toBeUndefined();
  expect(await found('same', '39 Green Milton Road')).toContainEqual(named);
  expect(await found('merged', '39 Greene Milton Road')).toContainEqual(named);
});

test('CMB-2 a rehire under a new number is found by SSN, whatever the name is now', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, {
    staffNumber: 'old1',
    lastName: 'Brown',
    firstName: 'Al',
    ssn: '123456789',
  });
  const found = await candidates(ctx, hired({ ssn: '123-45-6789', birthDate: null }));
  expect(found).toMatchObject([{ id, staffNumber: 'old1', reasons: ['same SSN'] }]);
});

test('CMB-2 a few reads find the likely people of a whole batch, each their own', async () => {
  const ctx = await testDistrict();
  const [a, b] = [
    await insertPerson(ctx, { lastName: 'Ash', firstName: 'Ann', birthDate: '1980-01-01' }),
    await insertPerson(ctx, { lastName: 'Oak', firstName: 'Ora', birthDate: '1981-01-01' }),
  ];
  const record = (lastName: string, firstName: string, birthDate: string) => ({
    staffNumber: lastName,
    demographics: { lastName, firstName, birthDate },
  });
  const found = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    findLikely(
      ctx.keys,
      tx,
      [
        record('Oak', 'Ora', '1981-01-01'),
        record('Elm', 'Eva', '1981-01-01'),
        record('Ash', 'Annie', '1980-01-01'),
      ].map(fingerprintOf),
    ),
  );
  expect(found.map((likely) => likely.map(({ id }) => id))).toEqual([[b.id], [], [a.id]]);
});

test('CMB-2 "onLikelyDuplicate": "reject" answers with a conflict and creates nobody; another word is an error', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Nunez', firstName: 'Robert', birthDate: '1979-12-26' });
  const failure = await createStaffMember(ctx, hired({ onLikelyDuplicate: 'reject' })).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(Conflict);
  expect(failure.facts.candidates).toHaveLength(1);
  expect(await candidates(ctx, hired({ onLikelyDuplicate: 'warn' }))).toHaveLength(1);
  const wrong = await createStaffMember(ctx, hired({ staffNumber: '', onLikelyDuplicate: 'no' })).catch(
    (error) => error,
  );
  expect(wrong).toBeInstanceOf(Invalid);
  expect(wrong.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/onLikelyDuplicate',
    '/staffNumber',
  ]);
});
