import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import { mergeAddresses } from '../../addresses/merge.ts';
import type { Context } from '../../context.ts';
import { openSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import { createStaffMember } from '../../staff/create.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { correctStaffNumber } from '../edit/correct-number.ts';
import { readPerson } from '../read-person.ts';
import { combinePeople } from './combine.ts';
import { listCombinations } from './list.ts';
import { previewCombination } from './preview.ts';
import { undoCombination } from './undo.ts';

const district = () =>
  testDistrict({
    actor: {
      kind: 'user',
      id: '01900000-0000-7000-8000-000000000001',
      username: 'alex',
      name: 'Morgan, Alex',
    },
  });

async function combine(ctx: Context, baseId: string, otherId: string) {
  const { baseRev, otherRev } = await previewCombination(ctx, { baseId, otherId });
  return combinePeople(ctx, { baseId, otherId, baseRev, otherRev });
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was not refused'),
    (error) => error,
  );
const rows = <R>(ctx: Context, sql: string, ...values: unknown[]): Promise<R[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, sql, [tx.districtId, ...values]));

/** Every row of people, without what always moves on. */
async function snapshot(ctx: Context): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of [
    'person',
    'identity',
    'employment',
    'district_assignment',
    'household_member',
    'enrollment',
    'guardianship',
    'sync_result',
  ])
    tables[table] = (
      await rows<{ row: object }>(
        ctx,
        `select to_jsonb(t) - '{rev,created_at,updated_at,ssn_cipher}'::text[] as row from ${table} t
          where district_id = $1 order by to_jsonb(t) ->> 'id'`,
      )
    ).map(({ row }) => row);
  return tables;
}

/** A parent who was a student here, and whom HR then sent as a new staff member: one person, two records. */
async function hired(ctx: Context, { otherNumber = '77' as string | null } = {}) {
  const base = await createStaffMember(ctx, {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    employments: [{ hireDate: '2026-07-01' }],
    positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2026-08-14' }],
  });
  const other = await insertPerson(ctx, {
    lastName: 'Brown',
    firstName: 'Patricia',
    staffNumber: otherNumber,
    ssn: '123456789',
    cellPhone: '7635550199',
    employments: [{ hireDate: '2015-08-01', terminationDate: '2016-06-30' }, { hireDate: '2026-07-01' }],
    positions: [
      { schoolNumber: '001', assignmentCode: '106', startDate: '2015-08-01', section: 'Swimming' },
      { schoolNumber: '010', assignmentCode: '20', startDate: '2026-08-14' },
    ],
  });
  const child = await insertPerson(ctx, { firstName: 'Kid' });
  await rows(
    ctx,
    `insert into guardianship (district_id, id, guardian_id, student_id, relationship) values ($1, $2, $3, $4, 'Mother')`,
    ctx.newId(),
    other.id,
    child.id,
  );
  await insertHousehold(ctx, { members: [other.id, child.id], staffHousehold: false });
  return { baseId: base.staffMember.id, otherId: other.id };
}

test('CMB-3 a combination is undone: both people are as they were, audited, and it can be made again', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  await updateStaffMember(ctx, { staffNumber: '77', ifMatch: null, json: { middleName: 'Q' } });
  const before = await snapshot(ctx);
  const history = (await readPerson(ctx, { id: otherId })).history.map(({ id }) => id);

  const { combinationId } = await combine(ctx, baseId, otherId);
  expect((await readPerson(ctx, { id: baseId })).cellPhone).toBe('7635550199');
  expect(await listCombinations(ctx)).toMatchObject([
    { id: combinationId, otherName: 'Brown, Patricia', base: { id: baseId }, undoneAt: null, kept: null },
  ]);
  await undoCombination(ctx, { id: combinationId });

  expect(await snapshot(ctx)).toEqual(before);
  const restored = await readPerson(ctx, { id: otherId });
  expect(restored.history.slice(1).map(({ id }) => id)).toEqual(history);
  const [row] = await rows<{ cipher: Buffer }>(
    ctx,
    'select ssn_cipher as cipher from person where district_id = $1 and id = $2',
    otherId,
  );
  expect(openSsn(ctx.keys, ssnOfPerson(ctx.district.id, otherId), row?.cipher as Buffer)).toBe('123456789');
  expect(await listCombinations(ctx)).toMatchObject([{ undoneBy: 'Morgan, Alex' }]);
  expect(
    await rows(
      ctx,
      "select target, detail from audit_event where district_id = $1 and action = 'person.undo-combine'",
    ),
  ).toEqual([{ target: baseId, detail: { restored: otherId } }]);
  expect(await refusal(undoCombination(ctx, { id: combinationId }))).toBeInstanceOf(Conflict);

  const again = await combine(ctx, baseId, otherId);
  await undoCombination(ctx, { id: again.combinationId });
  expect(await snapshot(ctx)).toEqual(before);
});

test('CMB-3 a number, an SSN and all else that the base took over go back to the other', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx, { lastName: 'Simpson' });
  const other = await insertPerson(ctx, { staffNumber: '77', ssn: '123456789', gender: 'F' });
  const before = await snapshot(ctx);
  const { combinationId } = await combine(ctx, base.id, other.id);
  expect((await readPerson(ctx, { id: base.id })).staffNumber).toBe('77');
  await undoCombination(ctx, { id: combinationId });
  expect(await snapshot(ctx)).toEqual(before);
});

test('CMB-3 the other has the longer history, and was combined before: the combination is undone all the same', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const third = await insertPerson(ctx, { lastName: 'Third' });
  await combine(ctx, otherId, third.id);
  await updateStaffMember(ctx, { staffNumber: '77', ifMatch: null, json: { middleName: 'Q' } });
  await updateStaffMember(ctx, { staffNumber: '77', ifMatch: null, json: { middleName: 'R' } });
  const before = await snapshot(ctx);
  const { combinationId } = await combine(ctx, baseId, otherId);
  expect((await listCombinations(ctx))[0]).toMatchObject({ id: combinationId, kept: null });
  await undoCombination(ctx, { id: combinationId });
  expect(await snapshot(ctx)).toEqual(before);
});

test('CMB-3 CHK-1 two with one number are parted with the number that each had', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx, { staffNumber: '5', gender: 'F' });
  const other = await insertPerson(ctx, { staffNumber: ' 5 ', gender: 'F' });
  const before = await snapshot(ctx);
  const { combinationId } = await combine(ctx, base.id, other.id);
  await undoCombination(ctx, { id: combinationId });
  expect(await snapshot(ctx)).toEqual(before);
});

test('CMB-3 a household that the base left and the other lives in is still home to both in one, and the undo parts them', async () => {
  const ctx = await district();
  const { id: baseId } = await insertPerson(ctx, { staffNumber: '1', gender: 'F' });
  const { id: otherId } = await insertPerson(ctx);
  await insertHousehold(ctx, { members: [baseId, otherId], staffHousehold: false });
  const dates = async (id: string, start: string | null, end: string | null) =>
    rows(
      ctx,
      'update household_member set start_date = $3, end_date = $4 where district_id = $1 and person_id = $2',
      ...[id, start, end],
    );
  await dates(baseId, '2010-08-01', '2020-06-30');
  await dates(otherId, '2015-08-01', null);
  const before = await snapshot(ctx);
  const preview = await previewCombination(ctx, { baseId, otherId });
  expect(preview.moves).toContainEqual({ what: 'memberships', base: 1, moved: 0, doubled: 1 });
  const { combinationId } = await combine(ctx, baseId, otherId);
  expect((await snapshot(ctx)).household_member).toMatchObject([
    { person_id: baseId, start_date: '2010-08-01', end_date: null },
  ]);
  await undoCombination(ctx, { id: combinationId });
  expect(await snapshot(ctx)).toEqual(before);
});

test('RO-4 CMB-3 HR hears of the other’s merged address at the base, and after the undo at the other again', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  await updateStaffMember(ctx, { staffNumber: '77', ifMatch: null, json: { middleName: 'Q' } });
  const at = (fullStreetAddress: string) => ({
    address: { fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' },
  });
  const locations = [at('4321 Lexington Ave'), { ...at('4321 N Lexington Ave'), endDate: '2020-06-30' }];
  const { addressIds } = await insertHousehold(ctx, { members: [otherId], locations });
  const [keptId, droppedId] = addressIds as [string, string];
  await mergeAddresses(ctx, { keptId, droppedId });
  const told = () => rows(ctx, 'select person_id as id from hr_notice where district_id = $1');
  expect(await told()).toEqual([{ id: otherId }]);
  const { combinationId } = await combine(ctx, baseId, otherId);
  expect(await told()).toEqual([{ id: baseId }]);
  await undoCombination(ctx, { id: combinationId });
  expect(await told()).toEqual([{ id: otherId }]);
});

test.each([
  [
    'HR',
    (ctx: Context, _: string) =>
      updateStaffMember(ctx, { staffNumber: '10058', ifMatch: null, json: { otherPhone: '1' } }),
  ],
  [
    'an admin',
    async (ctx: Context, personId: string) => {
      const { rev } = await readPerson(ctx, { id: personId });
      const correction = { rev, staffNumber: '20058', reason: 'renumbered' };
      await correctStaffNumber(ctx, { personId, correction });
    },
  ],
])('CMB-3 once %s has edited the outcome, the combination stays', async (_who, edit) => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const { combinationId } = await combine(ctx, baseId, otherId);
  await edit(ctx, baseId);
  const before = await snapshot(ctx);
  const refused = await refusal(undoCombination(ctx, { id: combinationId }));
  expect(refused).toBeInstanceOf(Conflict);
  expect(refused.message).toContain('edited since');
  expect((await listCombinations(ctx))[0]?.kept).toContain('Edited since');
  expect(await snapshot(ctx)).toEqual(before);
});

test('CMB-3 a number that somebody else has by now is not given back', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const { combinationId } = await combine(ctx, baseId, otherId);
  await insertPerson(ctx, { staffNumber: '77' });
  expect((await refusal(undoCombination(ctx, { id: combinationId }))).message).toContain('77');
});

test('CMB-3 two admins who undo at once undo once; another district’s combination is not found', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const { combinationId: id } = await combine(ctx, baseId, otherId);
  expect(await refusal(undoCombination(await district(), { id }))).toBeInstanceOf(NotFound);
  const tries = await Promise.allSettled([undoCombination(ctx, { id }), undoCombination(ctx, { id })]);
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
