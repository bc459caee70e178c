import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertHousehold } from '../../db/testing/household.ts';
import { insertPerson } from '../../db/testing/person.ts';
import { Conflict, Invalid, NotFound, Stale, TooMany } from '../failure.ts';
import { createStaffMember } from './create.ts';
import { etagOf } from './etag.ts';
import { LikelyDuplicate } from './on-likely-duplicate.ts';
import { createPosition, updatePosition } from './position.ts';
import { readStaffMember } from './read-staff.ts';
import { updateStaffMember } from './update.ts';

const pat = (over: object = {}) => ({
  staffNumber: '10058',
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  ...over,
});
const update = (ctx: Parameters<typeof updateStaffMember>[0], json: object, ifMatch: string | null = null) =>
  updateStaffMember(ctx, { staffNumber: '10058', json, ifMatch });
const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (failure) => failure,
  );

test('STAFF-4 a staffNumber that a person already has is refused, naming that number; nothing changes', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: 'Ab1', lastName: 'Brown' });
  const failure = await failureOf(createStaffMember(ctx, pat({ staffNumber: ' aB1 ' })));
  expect(failure).toBeInstanceOf(Conflict);
  expect(failure.message).toContain('Ab1');
  expect(await readStaffMember(ctx, { staffNumber: 'AB1' })).toMatchObject({
    staffNumber: 'Ab1',
    lastName: 'Brown',
  });
});

test('STAFF-5 positions are optional on create, and the answer says whether the staff member is complete', async () => {
  const ctx = await testDistrict();
  expect((await createStaffMember(ctx, pat())).staffMember).toMatchObject({ complete: false, positions: [] });
  const position = { schoolNumber: '010', assignmentCode: '20', startDate: '2023-10-01' };
  const other = await createStaffMember(ctx, pat({ staffNumber: '2', positions: [position] }));
  expect(other.staffMember.complete).toBe(true);
});

test('POS-1 EX-1 all fields of a position are stored: the title is created, 010 keeps its zero, an empty endDate is null; schooNumber is named', async () => {
  const ctx = await testDistrict();
  const position = {
    schoolNumber: '010',
    assignmentCode: '20',
    titleCode: '4A61E262',
    titleDescription: 'Varsity Basketball',
    startDate: '2023-10-01',
    endDate: '',
  };
  const { staffMember } = await createStaffMember(ctx, pat({ positions: [position] }));
  expect(staffMember.positions).toMatchObject([
    {
      schoolNumber: '010',
      assignmentCode: '20',
      titleCode: '4A61E262',
      titleDescription: 'Varsity Basketball',
      startDate: '2023-10-01',
      endDate: null,
    },
  ]);
  const { schoolNumber, ...rest } = position;
  const failure = await failureOf(
    createStaffMember(ctx, pat({ staffNumber: '2', positions: [{ ...rest, schooNumber: schoolNumber }] })),
  );
  expect(failure).toBeInstanceOf(Invalid);
  expect(JSON.stringify(failure.errors)).toContain('schoolNumber');
});

test('STAFF-6 a property left out stays as it is, null clears it, another number than the path’s is refused', async () => {
  const ctx = await testDistrict();
  await createStaffMember(ctx, pat({ workPhone: '555-0100', cellPhone: '555-0101' }));
  const { staffMember } = await update(ctx, { workPhone: null });
  expect(staffMember).toMatchObject({
    staffNumber: '10058',
    lastName: 'Simpson',
    workPhone: null,
    cellPhone: '555-0101',
  });
  expect(await failureOf(update(ctx, { staffNumber: '10059' }))).toBeInstanceOf(Invalid);
  expect(await failureOf(update(ctx, { lastName: null }))).toBeInstanceOf(Invalid);
});

test('an unknown number is not found, one that several people have is a conflict', async () => {
  const ctx = await testDistrict();
  expect(await failureOf(update(ctx, {}))).toBeInstanceOf(NotFound);
  await insertPerson(ctx, { staffNumber: '10058' });
  await insertPerson(ctx, { staffNumber: '10058' });
  expect(await failureOf(update(ctx, {}))).toBeInstanceOf(Conflict);
  expect(await failureOf(readStaffMember(ctx, { staffNumber: '10058' }))).toBeInstanceOf(Conflict);
});

test('ID-1 a changed name ends the identity and creates a new one, which is the current one', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, {
    staffNumber: '10058',
    lastName: 'Brown',
    firstName: 'Allison',
    identityStart: '2010-01-01',
  });
  const { staffMember } = await update(ctx, { lastName: 'SIMPSON', firstName: 'PAT' });
  expect(staffMember.identities).toEqual([
    {
      lastName: 'SIMPSON',
      firstName: 'PAT',
      middleName: null,
      startDate: '2026-11-24',
      endDate: null,
      current: true,
    },
    {
      lastName: 'Brown',
      firstName: 'Allison',
      middleName: null,
      startDate: '2010-01-01',
      endDate: '2026-11-23',
      current: false,
    },
  ]);
});

test('ID-4 the second change of a day is a new identity too, and the current one is listed first', async () => {
  const ctx = await testDistrict();
  await createStaffMember(ctx, pat());
  await update(ctx, { lastName: 'Brown' });
  const { staffMember, warnings } = await update(ctx, { lastName: 'Simpson' });
  expect(warnings).toEqual([]);
  const day = { startDate: '2026-11-24', endDate: '2026-11-24', current: false };
  expect(staffMember.identities).toMatchObject([
    { lastName: 'Simpson', startDate: '2026-11-24', endDate: null, current: true },
    { lastName: 'Brown', ...day },
    { lastName: 'Simpson', ...day },
  ]);
});

test('POS-8 a position call always creates, twice the same too; POS-9 a call without a match is not found', async () => {
  const ctx = await testDistrict();
  await createStaffMember(ctx, pat());
  const json = { schoolNumber: '010', assignmentCode: '20', startDate: '2023-10-01' };
  const call = { staffNumber: '10058', ifMatch: null };
  await createPosition(ctx, { ...call, json });
  await createPosition(ctx, { ...call, json });
  const { updated } = await updatePosition(ctx, { ...call, json: { ...json, endDate: '2024-06-30' } });
  expect(updated.map(({ endDate }) => endDate)).toEqual(['2024-06-30', '2024-06-30']);
  const failure = await failureOf(updatePosition(ctx, { ...call, json: { ...json, schoolNumber: '001' } }));
  expect(failure).toBeInstanceOf(NotFound);
});

test('EX-3 one address, two people at it, however it is spelled', async () => {
  const ctx = await testDistrict();
  const at = (fullStreetAddress: string) => ({
    householdLocations: [{ address: { fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' } }],
  });
  const one = await createStaffMember(ctx, pat({ household: at('4321 North Lexington Avenue') }));
  const two = await createStaffMember(
    ctx,
    pat({ staffNumber: '2', household: at('4321 N Lexington Ave. ') }),
  );
  const address = (answer: typeof one) => answer.staffMember.household?.householdLocations[0]?.address;
  expect(address(one)?.id).toBe(address(two)?.id);
});

test('HH-4 a household shared with anyone else is ignored, and the answer says so', async () => {
  const ctx = await testDistrict();
  const [pats, kims] = [await insertPerson(ctx, { staffNumber: '10058' }), await insertPerson(ctx)];
  await insertHousehold(ctx, { members: [pats.id, kims.id], name: 'Home' });
  const address = { fullStreetAddress: '1 Oak St', city: 'Blaine', state: 'MN', zip: '55123' };
  const { staffMember, warnings } = await update(ctx, { household: { householdLocations: [{ address }] } });
  expect(staffMember.household).toMatchObject({ name: 'Home', shared: true, householdLocations: [] });
  expect(warnings).toMatchObject([{ code: expect.stringMatching(/household/i) }]);
});

test('RO-1 a person whom the API creates or updates is read-only in all that HR can send', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '10058' });
  expect((await readStaffMember(ctx, { staffNumber: '10058' })).readOnly).toEqual([]);
  const { staffMember } = await update(ctx, {});
  expect(staffMember.readOnly).toEqual(
    expect.arrayContaining(['staffNumber', 'ssn', 'employments', 'positions']),
  );
});

test('an answer can be sent back unchanged and changes nothing (ADR-8)', async () => {
  const ctx = await testDistrict();
  const address = {
    fullStreetAddress: '4321 South Lexington Ave SE Apt 45',
    city: 'Blaine',
    state: 'MN',
    zip: '55123',
  };
  const position = {
    schoolNumber: '010',
    titleCode: 'NEW1',
    titleDescription: 'New',
    startDate: '2023-10-01',
  };
  const { staffMember: was } = await createStaffMember(
    ctx,
    pat({ positions: [position], household: { householdLocations: [{ address }] } }),
  );
  const { name, phone, householdLocations } = was.household ?? { householdLocations: [] };
  const { staffMember } = await update(ctx, {
    positions: was.positions,
    household: { name, phone, householdLocations },
  });
  expect(staffMember).toEqual(was);
});

test('If-Match: a change that was made from an older state is refused, from the current one it is taken', async () => {
  const ctx = await testDistrict();
  const { staffMember } = await createStaffMember(ctx, pat());
  const tag = etagOf(staffMember);
  const { staffMember: moved } = await update(ctx, { workPhone: '555-0100' }, tag);
  expect(await failureOf(update(ctx, { workPhone: '555-0101' }, tag))).toBeInstanceOf(Stale);
  expect(
    await failureOf(
      createPosition(ctx, {
        staffNumber: '10058',
        json: { schoolNumber: '010', titleCode: 'X', startDate: '2020-01-01' },
        ifMatch: tag,
      }),
    ),
  ).toBeInstanceOf(Stale);
  await update(ctx, { workPhone: '555-0102' }, `"other", ${etagOf(moved)}`);
});

test('two calls that create one number at the same time: one is created, the other is a conflict', async () => {
  const ctx = await testDistrict();
  const ends = await Promise.allSettled([
    createStaffMember(ctx, pat()),
    createStaffMember(ctx, pat()),
    createStaffMember(ctx, pat()),
  ]);
  expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(1);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(Conflict);
});

test('ADR-2 a box number with its own words is that box, and every answer says so; a unit beside it is refused', async () => {
  const ctx = await testDistrict();
  const box = (number: string, more: object = {}) => ({
    householdLocations: [
      { address: { postOfficeBox: true, number, city: 'Blaine', state: 'MN', zip: '55123', ...more } },
    ],
  });
  const created = await createStaffMember(ctx, pat({ household: box('P.O. Box 88') }));
  expect(created.staffMember.household?.householdLocations[0]?.address).toMatchObject({
    postOfficeBox: true,
    number: '88',
    street: null,
    apt: null,
  });
  const warned = {
    code: 'poBoxWords',
    pointer: '/household/householdLocations/0/address/number',
  };
  expect(created.warnings).toContainEqual(expect.objectContaining(warned));
  const again = await update(ctx, { household: box('Box 88') });
  expect(again.staffMember.household?.householdLocations).toHaveLength(1);
  expect(again.warnings).toContainEqual(expect.objectContaining(warned));
  const refused = await failureOf(update(ctx, { household: box('88', { apt: '3' }) }));
  expect(refused).toBeInstanceOf(Invalid);
});

test('CMB-2 a refused likely duplicate tells about an SSN: about 30 different ones an hour, each audited', async () => {
  const ctx = await testDistrict({
    actor: {
      kind: 'client',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'HR',
      clientId: 'a.hr',
      mapsValues: false,
    },
  });
  // Likely the same whatever the SSN: then a guess creates nobody.
  const known = { birthDate: '1980-01-02', workEmail: 'pat@school.org', workPhone: '(723) 555-0100' };
  await insertPerson(ctx, { lastName: 'Simpson', firstName: 'Pat', ...known, ssn: '323450007' });
  const guess = (n: number) =>
    failureOf(
      createStaffMember(ctx, {
        ...pat({ staffNumber: `G${n}`, ...known, ssn: String(323_450_000 + n) }),
        onLikelyDuplicate: 'reject',
      }),
    );
  for (let n = 0; n < 30; n += 1) expect(await guess(n)).toBeInstanceOf(LikelyDuplicate);
  expect(await guess(30)).toBeInstanceOf(TooMany);
  expect(await guess(7)).toBeInstanceOf(LikelyDuplicate);
});
