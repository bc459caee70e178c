import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertHousehold } from '../../../db/testing/household.ts';
import { type GivenPerson, insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { openSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import { createStaffMember } from '../../staff/create.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { readPerson } from '../read-person.ts';
import { combinePeople } from './combine.ts';
import { previewCombination } from './preview.ts';

const district = () =>
  testDistrict({
    actor: {
      kind: 'user',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Morgan, Alex',
      username: 'alex',
    },
  });

async function combine(ctx: Context, baseId: string, otherId: string) {
  const { baseRev, otherRev } = await previewCombination(ctx, { baseId, otherId });
  return combinePeople(ctx, { baseId, otherId, baseRev, otherRev });
}

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('it was taken');
    },
    (error) => error,
  );

const rows = <R>(ctx: Context, sql: string, ...values: unknown[]): Promise<R[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, sql, [tx.districtId, ...values]));

async function student(ctx: Context, id: string): Promise<void> {
  await rows(
    ctx,
    `insert into enrollment (district_id, id, person_id, school_number, grade, start_date)
     values ($1, $2, $3, '001', '12', '2010-08-14')`,
    ctx.newId(),
    id,
  );
}
const guards = (ctx: Context, guardianId: string, studentId: string) =>
  rows(
    ctx,
    `insert into guardianship (district_id, id, guardian_id, student_id, relationship) values ($1, $2, $3, $4, 'Mother')`,
    ctx.newId(),
    guardianId,
    studentId,
  );

/** Every table that names a person, and how many rows name this one. */
async function named(ctx: Context, id: string): Promise<Record<string, number>> {
  const columns = await rows<{ table: string; column: string }>(
    ctx,
    `select table_name as "table", column_name as "column" from information_schema.columns
      where $1::uuid is not null and table_schema = 'public'
        and (column_name = 'person_id' or (table_name = 'person' and column_name = 'id')
             or column_name in ('guardian_id', 'student_id'))`,
  );
  const counts: Record<string, number> = {};
  for (const { table, column } of columns) {
    const [row] = await rows<{ n: number }>(
      ctx,
      `select count(*) as n from ${table} where district_id = $1 and ${column} = $2`,
      id,
    );
    if (row && row.n > 0) counts[`${table}.${column}`] = row.n;
  }
  return counts;
}

/** A parent who was a student here, and was then sent by HR as a new staff member. */
async function hired(ctx: Context, over: GivenPerson = {}) {
  const base = await createStaffMember(ctx, {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    workPhone: '7635550100',
    employments: [{ hireDate: '2026-07-01' }],
    positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2026-08-14' }],
  });
  const other = await insertPerson(ctx, {
    lastName: 'Brown',
    firstName: 'Patricia',
    identityStart: '2009-08-14',
    birthDate: '1979-07-04',
    employments: [{ hireDate: '2015-08-01', terminationDate: '2016-06-30' }, { hireDate: '2026-07-01' }],
    positions: [
      { schoolNumber: '001', assignmentCode: '106', startDate: '2015-08-01', section: 'Swimming' },
      { schoolNumber: '010', assignmentCode: '20', startDate: '2026-08-14' },
    ],
    ...over,
  });
  return { baseId: base.staffMember.id, otherId: other.id, other };
}

test('CMB-1 everything of the other’s becomes the base’s, nothing names the other any more', async () => {
  const ctx = await district();
  const { baseId, otherId, other } = await hired(ctx);
  const child = await insertPerson(ctx, { firstName: 'Kid' });
  await student(ctx, otherId);
  await guards(ctx, otherId, child.id);
  const { id: householdId } = await insertHousehold(ctx, {
    members: [otherId, child.id],
    staffHousehold: false,
  });

  const preview = await previewCombination(ctx, { baseId, otherId });
  expect(preview.refused).toBeNull();
  expect(
    Object.fromEntries(preview.moves.map(({ what, moved, doubled }) => [what, [moved, doubled]])),
  ).toEqual({
    identities: [1, 0],
    employments: [1, 1],
    assignments: [1, 1],
    sections: [1, 0],
    memberships: [1, 0],
    enrollments: [1, 0],
    guardianships: [1, 0],
  });
  await combine(ctx, baseId, otherId);

  expect(await named(ctx, otherId)).toEqual({});
  expect(await named(ctx, baseId)).toMatchObject({
    'person.id': 1,
    'identity.person_id': 2,
    'employment.person_id': 2,
    'district_assignment.person_id': 2,
    'household_member.person_id': 1,
    'enrollment.person_id': 1,
    'guardianship.guardian_id': 1,
  });
  const person = await readPerson(ctx, { id: baseId });
  expect(person.identities).toMatchObject([
    { lastName: 'Simpson', current: true, startDate: '2026-11-24' },
    { lastName: 'Brown', current: false, startDate: '2009-08-14', endDate: '2026-11-23' },
  ]);
  expect(person.positions.find(({ id }) => id === other.positionIds[0])?.links).toEqual(['Swimming']);
  expect(person.household?.id).toBe(householdId);
  const [audit] = await rows<{ actor: string; target: string; detail: unknown }>(
    ctx,
    "select actor, target, detail from audit_event where district_id = $1 and action = 'person.combine'",
  );
  expect(audit).toMatchObject({ actor: 'Morgan, Alex', target: baseId, detail: { combined: otherId } });
});

test('RO-1 CMB-3 what HR wrote of the base stays as it is; only contact data that it lacks is filled', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx, {
    workPhone: '1',
    personalEmail: 'pat@home.example',
    ssn: '123456789',
  });
  const before = await readPerson(ctx, { id: baseId });
  const { fields } = await previewCombination(ctx, { baseId, otherId });
  const email = 'pat@home.example';
  expect(fields).toContainEqual({ field: 'personalEmail', base: null, other: email, result: email });
  expect(fields).toContainEqual({ field: 'workPhone', base: '7635550100', other: '1', result: '7635550100' });
  await combine(ctx, baseId, otherId);
  const after = await readPerson(ctx, { id: baseId });
  for (const field of ['staffNumber', 'lastName', 'gender', 'birthDate', 'workPhone', 'ssnLast4'] as const)
    expect(after[field]).toEqual(before[field]);
  expect(after.personalEmail).toBe('pat@home.example');
  expect(after.written).toEqual({
    ...before.written,
    personalEmail: expect.objectContaining({ how: 'campus', actor: 'Morgan, Alex' }),
  });
  expect(after.hrManaged).toEqual(before.hrManaged);
});

test('CMB-1 a base that HR does not manage takes over what it has not got itself', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx, { lastName: 'Simpson', workPhone: '111', gender: null });
  const other = await insertPerson(ctx, {
    staffNumber: '77',
    workPhone: '222',
    ssn: '123456789',
    gender: 'F',
  });
  const { fields } = await previewCombination(ctx, { baseId: base.id, otherId: other.id });
  expect(fields).toContainEqual({ field: 'workPhone', base: '111', other: '222', result: '111' });
  expect(fields).toContainEqual({ field: 'ssn', base: null, other: '6789', result: '6789' });
  await combine(ctx, base.id, other.id);
  expect(await readPerson(ctx, { id: base.id })).toMatchObject({
    staffNumber: '77',
    workPhone: '111',
    gender: 'F',
    ssnLast4: '6789',
    lastName: 'Simpson',
  });
  const [row] = await rows<{ cipher: Buffer }>(
    ctx,
    'select ssn_cipher as cipher from person where district_id = $1 and id = $2',
    base.id,
  );
  expect(openSsn(ctx.keys, ssnOfPerson(ctx.district.id, base.id), row?.cipher as Buffer)).toBe('123456789');
});

test('CMB-1 nobody becomes their own guardian, somebody’s twice, or a member of a household twice', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx, { staffNumber: '1' });
  const other = await insertPerson(ctx);
  const child = await insertPerson(ctx);
  for (const id of [base.id, other.id]) await guards(ctx, id, child.id);
  await guards(ctx, other.id, base.id);
  await insertHousehold(ctx, { members: [base.id, other.id, child.id] });
  await combine(ctx, base.id, other.id);
  expect(await rows(ctx, 'select guardian_id, student_id from guardianship where district_id = $1')).toEqual([
    { guardian_id: base.id, student_id: child.id },
  ]);
  const members = await rows<{ id: string }>(
    ctx,
    'select person_id as id from household_member where district_id = $1 order by 1',
  );
  expect(members.map(({ id }) => id)).toEqual([base.id, child.id].sort());
});

test('CMB-1 the base has the history of both, with before-images of all that went', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx, { staffNumber: '77' });
  await updateStaffMember(
    { ...ctx, actor: { kind: 'client', id: ctx.newId(), name: 'Old HR', clientId: 'c', mapsValues: false } },
    {
      staffNumber: '77',
      ifMatch: null,
      json: { cellPhone: '7635550199' },
    },
  );
  await combine(ctx, baseId, otherId);
  const { history, written } = await readPerson(ctx, { id: baseId });
  expect(history.map(({ actor }) => actor)).toContain('Old HR');
  const gone = history[0]?.changes.filter(({ op }) => op === 'delete');
  expect(gone?.map(({ table }) => table).sort()).toEqual(['districtAssignment', 'employment', 'person']);
  expect(gone?.find(({ table }) => table === 'person')?.fields).toContainEqual({
    name: 'staffNumber',
    before: '77',
    after: null,
  });
  // HR wrote the other's cell phone; this person's was filled by the combination.
  expect(written.cellPhone).toMatchObject({ how: 'campus', actor: 'Morgan, Alex', before: null });
});

test('RO-1 somebody HR manages is not merged away into somebody it does not', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const preview = await previewCombination(ctx, { baseId: otherId, otherId: baseId });
  expect(preview.refused).toMatch(/Make that person the base/);
  expect(await refusal(combine(ctx, otherId, baseId))).toBeInstanceOf(Conflict);
  expect(await named(ctx, baseId)).toMatchObject({ 'person.id': 1, 'employment.person_id': 1 });
});

test('nobody is combined with themselves, with another district’s people, or on an old preview', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx, { staffNumber: '1' });
  const other = await insertPerson(ctx, { staffNumber: '2' });
  const foreign = await insertPerson(await testDistrict(), { staffNumber: '3' });
  expect(await refusal(combine(ctx, base.id, base.id))).toBeInstanceOf(Conflict);
  expect(await refusal(combine(ctx, base.id, foreign.id))).toBeInstanceOf(NotFound);
  const pair = { baseId: base.id, otherId: other.id };
  const { baseRev, otherRev } = await previewCombination(ctx, pair);
  await updateStaffMember(ctx, { staffNumber: '2', ifMatch: null, json: { cellPhone: '1' } });
  expect(await refusal(combinePeople(ctx, { ...pair, baseRev, otherRev }))).toBeInstanceOf(Conflict);
  expect(await named(ctx, other.id)).toMatchObject({ 'person.id': 1 });
});

test('CMB-1 two admins at once combine once; a call of HR’s meanwhile is not lost', async () => {
  const ctx = await district();
  const { baseId, otherId } = await hired(ctx);
  const outcomes = await Promise.allSettled([
    combine(ctx, baseId, otherId),
    combine(ctx, baseId, otherId),
    updateStaffMember(ctx, { staffNumber: '10058', ifMatch: null, json: { cellPhone: '7635550177' } }),
  ]);
  expect(outcomes[2]?.status).toBe('fulfilled');
  if (outcomes.slice(0, 2).every(({ status }) => status === 'rejected')) await combine(ctx, baseId, otherId);
  const person = await readPerson(ctx, { id: baseId });
  expect(person.cellPhone).toBe('7635550177');
  expect(person.identities).toHaveLength(2);
});

test('STAFF-1 a number that a third person has, too, is not taken over', async () => {
  const ctx = await district();
  const base = await insertPerson(ctx);
  const other = await insertPerson(ctx, { staffNumber: 'PENDING' });
  await insertPerson(ctx, { staffNumber: 'pending' });
  expect(await refusal(combine(ctx, base.id, other.id))).toMatchObject({
    message: expect.stringMatching(/Other people also have the staff number PENDING/),
  });
});
