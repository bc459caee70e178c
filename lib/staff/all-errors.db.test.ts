import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { FieldError } from '../failure.ts';
import { startSync } from '../sync/run/start.ts';
import { transferStaff } from '../sync/transfer/transfer.ts';
import { createStaffMember } from './create.ts';
import { createPosition } from './position.ts';
import { updateStaffMember } from './update.ts';

const refusals = (call: Promise<unknown>): Promise<string[]> =>
  call.then(
    () => [],
    (failure: { errors: FieldError[] }) =>
      failure.errors.map(({ pointer, code }) => `${pointer} ${code}`).sort(),
  );

const position = { schoolNumber: '999', assignmentCode: '20', startDate: '2023-02-30' };
const wrong = { staffNumber: '10058', lastName: 'Simpson', gender: 'Z', positions: [position, 5] };

test('STAFF-8 codes that Campus does not know are listed together with what can not even be read', async () => {
  const ctx = await testDistrict();
  expect(await refusals(createStaffMember(ctx, wrong))).toEqual([
    '/firstName required',
    '/gender unknownGender',
    '/positions/0/schoolNumber unknownSchool',
    '/positions/0/startDate notADate',
    '/positions/1 notAnObject',
  ]);
  const json = { gender: 'Z', birthDate: 'x' };
  expect(await refusals(updateStaffMember(ctx, { staffNumber: '10058', json, ifMatch: null }))).toEqual([
    '/birthDate notADate',
    '/gender unknownGender',
  ]);
});

test('STAFF-8 also in a position call', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { staffNumber: '10058' });
  expect(
    await refusals(createPosition(ctx, { staffNumber: '10058', json: position, ifMatch: null })),
  ).toEqual(['/schoolNumber unknownSchool', '/startDate notADate']);
});

test('STAFF-8, SYNC-2 also in a transfer, where a number sent twice is an error of an invalid record, too', async () => {
  const ctx = await testDistrict();
  await startSync(ctx);
  expect(
    await refusals(
      transferStaff(ctx, {
        records: [{ value: wrong }, { value: { ...wrong, positions: [] } }],
        pointer: '',
      }),
    ),
  ).toEqual([
    '/0/firstName required',
    '/0/gender unknownGender',
    '/0/positions/0/schoolNumber unknownSchool',
    '/0/positions/0/startDate notADate',
    '/0/positions/1 notAnObject',
    '/1/firstName required',
    '/1/gender unknownGender',
    '/1/staffNumber duplicateStaffNumber',
  ]);
});

test('STAFF-8, EMP-2 an odd date is one warning, not two', async () => {
  const ctx = await testDistrict();
  const employments = [{ hireDate: '2020-07-25', terminationDate: '2019-01-01' }];
  const address = { fullStreetAddress: '4321 109th Ave NW', city: 'Blaine', state: 'MN', zip: '55123' };
  const household = { householdLocations: [{ address }] };
  const whole = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F', household };
  const created = await createStaffMember(ctx, { ...whole, employments });
  expect(created.warnings).toMatchObject([{ code: 'terminationBeforeHire' }]);
});
