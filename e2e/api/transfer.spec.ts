import { expect, test } from '../fixtures.ts';
import { errorsOf, expectProblem, pointersOf } from '../problem.ts';
import { pat, staffOf, teacher } from '../staff.ts';
import { ok } from '../vendor.ts';

test.beforeEach(async ({ vendor }) => {
  ok(await vendor.start(), 201);
});

test('SYNC-2 calls add up', async ({ vendor }) => {
  expect(ok(await vendor.transfer(staffOf(3, 100)), 200)).toMatchObject({ received: 3, staffTransferred: 3 });
  expect(ok(await vendor.transfer(staffOf(2, 200)), 200)).toMatchObject({ received: 2, staffTransferred: 5 });
  expect(ok(await vendor.run(), 200).staffTransferred).toBe(5);
});

test('SYNC-2 a bare array is taken as well, and errors point into it as sent', async ({ vendor }) => {
  const refused = await vendor.post('/staffMembers/sync/transfer', [
    pat(),
    pat({ staffNumber: '2', ssn: '12' }),
  ]);
  expectProblem(refused, 422);
  expect(errorsOf(refused)).toMatchObject([{ pointer: '/1/ssn', index: 1, staffNumber: '2' }]);
  expect(ok(await vendor.post('/staffMembers/sync/transfer', [pat()]), 200)).toMatchObject({ received: 1 });
});

test('SYNC-2 a call with invalid records stages nothing and lists each error by index and staff number', async ({
  vendor,
}) => {
  const refused = await vendor.transfer([
    pat(),
    pat({ staffNumber: '2', lastName: undefined }),
    pat({ staffNumber: '3', birthDate: '2023-02-29' }),
    pat({ staffNumber: undefined }),
  ]);
  expectProblem(refused, 422);
  expect(errorsOf(refused)).toMatchObject([
    { pointer: '/staffMembers/1/lastName', index: 1, staffNumber: '2' },
    { pointer: '/staffMembers/2/birthDate', index: 2, staffNumber: '3' },
    { pointer: '/staffMembers/3/staffNumber', index: 3 },
  ]);
  expect(ok(await vendor.run(), 200).staffTransferred).toBe(0);
});

test('SYNC-2 the same staff number twice in one call is an error that names both places', async ({
  vendor,
}) => {
  // STAFF-1: neither case nor surrounding blanks make it another number.
  const refused = await vendor.transfer([pat({ staffNumber: 'ab1' }), pat(), pat({ staffNumber: ' AB1 ' })]);
  expectProblem(refused, 422);
  expect(errorsOf(refused)).toMatchObject([
    { pointer: '/staffMembers/2/staffNumber', index: 2, otherIndex: 0 },
  ]);
  expect(ok(await vendor.run(), 200).staffTransferred).toBe(0);
});

test('SYNC-2 a staff number that an earlier call has staged is an error that says where', async ({
  vendor,
}) => {
  ok(await vendor.transfer(staffOf(3, 100)), 200);
  const refused = await vendor.transfer([pat(), pat({ staffNumber: '101' })]);
  expectProblem(refused, 422);
  expect(errorsOf(refused)).toMatchObject([
    {
      pointer: '/staffMembers/1/staffNumber',
      index: 1,
      staffNumber: '101',
      stagedAt: expect.stringMatching(/2/),
    },
  ]);
  expect(ok(await vendor.run(), 200).staffTransferred).toBe(3);
});

test('SYNC-2 parallel calls with the same number: one stages it, the others get a warning', async ({
  vendor,
}) => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, i) => vendor.transfer([pat(), ...staffOf(2, 100 + 2 * i)])),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422]);
  expect(ok(await vendor.run(), 200).staffTransferred).toBe(3);
});

for (const [what, over, pointer] of [
  ['school', { positions: [teacher({ schoolNumber: '777' })] }, '/staffMembers/0/positions/0/schoolNumber'],
  ['gender', { gender: 'Q' }, '/staffMembers/0/gender'],
  [
    'assignment code',
    { positions: [teacher({ assignmentCode: '777' })] },
    '/staffMembers/0/positions/0/assignmentCode',
  ],
] as const)
  test(`REF-2 a ${what} unknown to Campus fails the transfer`, async ({ vendor }) => {
    const refused = await vendor.transfer([pat(over)]);
    expectProblem(refused, 422);
    expect(pointersOf(refused)).toEqual([pointer]);
  });

test('REF-2 an unknown title is taken; an inactive school or code is, with a warning', async ({ vendor }) => {
  const { warnings } = ok(
    await vendor.transfer([
      pat({
        positions: [
          teacher({ titleCode: 'BRAND-NEW', titleDescription: 'Fencing Coach' }),
          teacher({ schoolNumber: '900' }),
          teacher({ assignmentCode: '99' }),
        ],
      }),
    ]),
    200,
  );
  expect(warnings.map(({ pointer }) => pointer).sort()).toEqual([
    '/staffMembers/0/positions/1/schoolNumber',
    '/staffMembers/0/positions/2/assignmentCode',
  ]);
});

test('STAFF-8 all errors of a record are listed at once', async ({ vendor }) => {
  const refused = await vendor.transfer([
    {
      staffNumber: 'sixteen-letters!',
      lastName: 'L'.repeat(51),
      firstName: '',
      middleName: 7,
      gender: 'Q',
      ssn: '000-12-345',
      birthDate: '12/26/1979',
      workPhone: '1'.repeat(26),
      personalEmail: `${'e'.repeat(100)}@example.org`,
      employments: [{ hireDate: 'soon', terminationDate: '2020-13-01' }, 'x'],
      positions: [
        { schoolNumber: '777', assignmentCode: '20', endDate: '2023-02-30' },
        { schoolNumber: '010', startDate: '2023-01-01' },
      ],
      household: {
        householdLocations: [
          { address: { fullStreetAddress: '1 Oak St', number: '1', city: 'Blaine', zip: '55' } },
        ],
      },
      nickname: 'Patty',
    },
  ]);
  expectProblem(refused, 422);
  const at = (pointer: string) => `/staffMembers/0${pointer}`;
  const pointers = pointersOf(refused);
  for (const pointer of [
    '/staffNumber',
    '/lastName',
    '/firstName',
    '/middleName',
    '/ssn',
    '/birthDate',
    '/workPhone',
    '/personalEmail',
    '/employments/0/hireDate',
    '/employments/0/terminationDate',
    '/employments/1',
    '/positions/0/startDate',
    '/positions/0/endDate',
    '/nickname',
  ])
    expect(pointers).toContain(at(pointer));
  // POS-2 and ADR-1 are about the whole item: the error points at it or at one of its parts.
  for (const item of ['/positions/1', '/household/householdLocations/0/address'])
    expect(pointers.some((pointer) => pointer.startsWith(at(item)))).toBe(true);
  expect(JSON.stringify(refused.body)).not.toContain('000-12-345');
});

test('STAFF-9 EX-1 a mistyped property is an error that names the right one', async ({ vendor }) => {
  const { schoolNumber: _, ...position } = teacher({ titleCode: '4A61E262', schooNumber: '010' });
  const refused = await vendor.transfer([pat({ positions: [position] })]);
  expectProblem(refused, 422);
  const mistyped = errorsOf(refused).find(({ pointer }) => pointer.endsWith('/schooNumber'));
  expect(mistyped?.pointer).toBe('/staffMembers/0/positions/0/schooNumber');
  expect(`${mistyped?.message} ${mistyped?.hint}`).toContain('schoolNumber');
});

test('SYNC-2 the answer lists a thousand errors and says how many there are', async ({ vendor }) => {
  const refused = await vendor.transfer(staffOf(1200).map((record) => ({ ...record, gender: 'Q' })));
  const problem = expectProblem(refused, 422);
  expect(problem.errors).toHaveLength(1000);
  expect(problem.totalErrors).toBe(1200);
});
