import { expect, test } from 'vitest';
import { textRow, textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { openSsn } from '../../crypto/seal-ssn.ts';
import { Conflict, Invalid, NotFound } from '../../failure.ts';
import { ssnOfPerson } from '../../record/ssn-place.ts';
import { createStaffMember } from '../../staff/create.ts';
import { updateStaffMember } from '../../staff/update.ts';
import { readPerson } from '../read-person.ts';
import { editDemographics } from './demographics.ts';
import { editEmployments } from './employments.ts';
import { editPositions } from './positions.ts';
import type { DemographicsEdit } from './schema.ts';

const admin = async () =>
  testDistrict({
    actor: {
      kind: 'user',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Morgan, Alex',
      username: 'alex',
    },
  });

const PAT: DemographicsEdit = {
  rev: 1,
  staffNumber: '1',
  lastName: 'Simpson',
  firstName: 'Pat',
  middleName: null,
  gender: 'F',
  birthDate: null,
  workPhone: null,
  cellPhone: null,
  otherPhone: null,
  workEmail: null,
  personalEmail: null,
};

const demographics = (ctx: Context, personId: string, over: Partial<DemographicsEdit> = {}) =>
  editDemographics(ctx, { personId, edit: { ...PAT, ...over } });
const person = (ctx: Context, id: string) => readPerson(ctx, { id, edited: true });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('it was taken');
    },
    (error) => error,
  );

test('CHK-2 somebody without a number gets one by hand: journal, audit and history tell who', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { employments: [{ hireDate: '2024-07-01' }] });
  await demographics(ctx, id, {
    staffNumber: ' 0042 ',
    workPhone: '(763) 555-0100',
    birthDate: '1979-07-04',
  });
  const after = await person(ctx, id);
  expect(after).toMatchObject({
    staffNumber: '0042',
    workPhone: '(763) 555-0100',
    birthDate: '1979-07-04',
    hrManaged: null,
    readOnly: [],
    rev: 2,
  });
  expect(after.written.staffNumber).toMatchObject({ how: 'campus', actor: 'Morgan, Alex', before: null });
  expect(after.history).toHaveLength(1);
  const audit = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select actor, action, target from audit_event where district_id = $1', [tx.districtId]),
  );
  expect(audit).toEqual([{ actor: 'Morgan, Alex', action: 'person.edit', target: id }]);
});

test('the same again writes nothing; a phone’s form and an e-mail’s case are written by hand', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, {
    staffNumber: '1',
    workPhone: '7635550100',
    workEmail: 'PAT@x.us',
  });
  const stored = { workPhone: '7635550100', workEmail: 'PAT@x.us' };
  await demographics(ctx, id, stored);
  expect((await person(ctx, id)).rev).toBe(1);
  await demographics(ctx, id, { workPhone: '763-555-0100', workEmail: 'pat@x.us' });
  expect(await person(ctx, id)).toMatchObject({ workPhone: '763-555-0100', workEmail: 'pat@x.us', rev: 2 });
});

test('ID-1 a name changed by hand is a new identity, and the history shows the previous name', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: '1', lastName: 'Brown' });
  await demographics(ctx, id, { lastName: 'Simpson' });
  const { identities, written } = await person(ctx, id);
  expect(identities).toMatchObject([
    { lastName: 'Simpson', startDate: '2026-11-24', endDate: null, current: true },
    { lastName: 'Brown', endDate: '2026-11-23', current: false },
  ]);
  expect(written.lastName?.before).toBe('Brown');
  expect(written.firstName).toBeUndefined();
});

test('ID-5 an edit in another spelling to the eye of no reader writes nothing', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: '1', lastName: "O'Brien", firstName: 'José' });
  await demographics(ctx, id, { lastName: 'O’Brien\u200b', firstName: 'Jose\u0301' });
  expect(await person(ctx, id)).toMatchObject({ rev: 1, lastName: "O'Brien" });
  await demographics(ctx, id, { lastName: 'N\u0303un\u0303ez\u2060', firstName: 'José' });
  expect(await person(ctx, id)).toMatchObject({ lastName: 'Ñuñez' });
});

test('STAFF-1 STAFF-4 a number of somebody else is 409 that names them; one’s own spelling may change', async () => {
  const ctx = await admin();
  await insertPerson(ctx, { staffNumber: 'abc', lastName: 'Holder' });
  const { id } = await insertPerson(ctx, { staffNumber: 'x' });
  const refused = await refusal(demographics(ctx, id, { staffNumber: ' ABC' }));
  expect(refused).toBeInstanceOf(Conflict);
  expect(refused).toMatchObject({
    message: expect.stringMatching(/“?abc.*Holder/),
    errors: [{ pointer: '/staffNumber', code: 'staffNumberTaken' }],
  });
  await demographics(ctx, id, { staffNumber: 'X' });
  expect((await person(ctx, id)).staffNumber).toBe('X');
});

test('CHK-1 of two with one number either may stay, and mending one moves the other’s rev', async () => {
  const ctx = await admin();
  const first = await insertPerson(ctx, { staffNumber: 'PENDING' });
  const second = await insertPerson(ctx, { staffNumber: 'pending' });
  expect((await person(ctx, first.id)).sameNumber.map(({ id }) => id)).toEqual([second.id]);
  await demographics(ctx, first.id, { staffNumber: 'PENDING', gender: 'M' });
  await demographics(ctx, first.id, { rev: 2, staffNumber: '77', gender: 'M' });
  expect(await person(ctx, second.id)).toMatchObject({ rev: 2, sameNumber: [] });
});

test('STAFF-1 two who are given one number at the same time: one gets it', async () => {
  const ctx = await admin();
  const people = await Promise.all([1, 2, 3, 4].map(() => insertPerson(ctx, { staffNumber: null })));
  const outcomes = await Promise.allSettled(
    people.map(({ id }) => demographics(ctx, id, { staffNumber: '9' })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict);
});

test('an SSN is sealed for its row, cleared by null, and left alone when left out', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: '1' });
  await demographics(ctx, id, { ssn: '123-45-6789' });
  const cipher = async () =>
    (
      await ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRow<{ cipher: Buffer | null }>(
          tx,
          'select ssn_cipher as cipher from person where district_id = $1 and id = $2',
          [tx.districtId, id],
        ),
      )
    )?.cipher;
  expect(openSsn(ctx.keys, ssnOfPerson(ctx.district.id, id), (await cipher()) as Buffer)).toBe('123456789');
  const seen = await person(ctx, id);
  expect(seen.ssnLast4).toBe('6789');
  expect(JSON.stringify(seen)).not.toMatch(/123456789|123-45/);
  await demographics(ctx, id, { rev: 2, gender: 'M' });
  expect((await person(ctx, id)).ssnLast4).toBe('6789');
  await demographics(ctx, id, { rev: 3, gender: 'M', ssn: null });
  expect((await person(ctx, id)).ssnLast4).toBeNull();
});

test('STAFF-3 an unknown gender is an error, unless the person already has it', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: '1', gender: null });
  await demographics(ctx, id, { gender: null, workPhone: '1' });
  const refused = await refusal(demographics(ctx, id, { rev: 2, gender: 'Q' }));
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused.errors).toMatchObject([{ pointer: '/gender', code: 'unknownGender' }]);
});

test('who was changed meanwhile is not overwritten', async () => {
  const ctx = await admin();
  const { id } = await insertPerson(ctx, { staffNumber: '1' });
  await demographics(ctx, id, { workPhone: '1' });
  for (const stale of [
    () => demographics(ctx, id, { workPhone: '2' }),
    () => editEmployments(ctx, { personId: id, edit: { rev: 1, employments: [] } }),
    () => editPositions(ctx, { personId: id, edit: { rev: 1, positions: [] } }),
  ])
    expect(await refusal(stale())).toBeInstanceOf(Conflict);
  expect(await person(ctx, id)).toMatchObject({ workPhone: '1', rev: 2 });
});

test('EMP-1 employments are added, changed and removed; EMP-2 their dates are not judged', async () => {
  const ctx = await admin();
  const { id, employmentIds } = await insertPerson(ctx, {
    staffNumber: '1',
    employments: [{ hireDate: '2020-01-01' }, { hireDate: '2021-01-01' }],
  });
  await editEmployments(ctx, {
    personId: id,
    edit: {
      rev: 1,
      employments: [
        { id: employmentIds[0] as string, hireDate: '2020-01-01', terminationDate: '2019-01-01' },
        { id: null, hireDate: '2024-07-01', terminationDate: null },
      ],
    },
  });
  expect((await person(ctx, id)).employments).toMatchObject([
    { hireDate: '2024-07-01', terminationDate: null, written: { how: 'campus' } },
    { id: employmentIds[0], hireDate: '2020-01-01', terminationDate: '2019-01-01' },
  ]);
});

test('POS-2 POS-11 REF-2 positions by hand: values that are there, and a linked one is not removed', async () => {
  const ctx = await admin();
  const { id, positionIds } = await insertPerson(ctx, {
    staffNumber: '1',
    positions: [
      { startDate: '2023-08-14', assignmentCode: '20', section: 'Swimming' },
      { startDate: '2022-08-14', assignmentCode: '10' },
    ],
  });
  const [linked, other] = positionIds as [string, string];
  const position = {
    id: null,
    schoolNumber: '010',
    assignmentCode: '106',
    titleCode: null,
    startDate: '2024-07-01',
    endDate: null,
  };
  const edit = (positions: unknown[], rev = 1) =>
    editPositions(ctx, { personId: id, edit: { rev, positions: positions as never } });
  expect(await refusal(edit([position]))).toMatchObject({
    message: expect.stringMatching(/Swimming/),
    errors: [{ code: 'positionKept' }],
  });
  const wrong = await refusal(
    edit([
      { ...position, id: linked, schoolNumber: '999' },
      { ...position, assignmentCode: null },
      { ...position, titleCode: 'NEW' },
      { ...position, id: ctx.newId() },
    ]),
  );
  expect(wrong).toBeInstanceOf(Invalid);
  expect(
    wrong.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]).sort(),
  ).toEqual([
    ['/positions/0/schoolNumber', 'unknownSchool'],
    ['/positions/1/titleCode', 'required'],
    ['/positions/2/titleCode', 'invalid'],
    ['/positions/3/id', 'invalid'],
  ]);
  await edit([
    {
      ...position,
      id: linked,
      schoolNumber: '001',
      assignmentCode: '20',
      startDate: '2023-08-14',
      endDate: '2024-06-30',
    },
    position,
  ]);
  const { positions } = await person(ctx, id);
  expect(positions).toMatchObject([
    { schoolNumber: '010', assignmentCode: '106', links: [] },
    { id: linked, endDate: '2024-06-30', links: ['Swimming'] },
  ]);
  expect(positions.map((p) => p.id)).not.toContain(other);
});

test('RO-1 what HR manages can’t be edited, by any section, and stays as HR wrote it', async () => {
  const ctx = await admin();
  const created = await createStaffMember(ctx, {
    staffNumber: '10058',
    lastName: 'Simpson',
    firstName: 'Pat',
    gender: 'F',
    employments: [{ hireDate: '2024-07-01' }],
    positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2024-07-01' }],
  });
  const { id } = created.staffMember;
  const before = await person(ctx, id);
  for (const edit of [
    () => demographics(ctx, id, { staffNumber: '1' }),
    // Also one that would change nothing.
    () => demographics(ctx, id, { staffNumber: '10058' }),
    () => editEmployments(ctx, { personId: id, edit: { rev: 1, employments: [] } }),
    () => editPositions(ctx, { personId: id, edit: { rev: 1, positions: [] } }),
  ]) {
    const refused = await refusal(edit());
    expect(refused).toBeInstanceOf(Conflict);
    expect(refused.message).toMatch(/To change it, change it in the HR system/);
    expect(refused.errors[0]).toMatchObject({ code: 'readOnly' });
  }
  expect(await person(ctx, id)).toEqual(before);
});

test('RO-2 each field shows which of HR’s calls wrote it, and its value before', async () => {
  const ctx = await testDistrict({
    actor: {
      kind: 'client',
      id: '01900000-0000-7000-8000-000000000001',
      name: 'Skyward',
      clientId: 'c',
      mapsValues: false,
    },
    requestId: 'req-1',
  });
  const { id } = await insertPerson(ctx, { staffNumber: '1', workPhone: '7635550100', lastName: 'Brown' });
  await updateStaffMember(ctx, {
    staffNumber: '1',
    ifMatch: null,
    json: { lastName: 'Simpson', workPhone: '7635550199', ssn: '123456789' },
  });
  const { written, hrManaged, history } = await person(ctx, id);
  const origin = { how: 'call', actor: 'Skyward', requestId: 'req-1', at: ctx.now.toISOString() };
  expect(written).toMatchObject({
    workPhone: { ...origin, before: '7635550100' },
    lastName: { ...origin, before: 'Brown' },
    ssn: { ...origin, before: null },
  });
  expect(written.gender).toBeUndefined();
  expect(hrManaged).toMatchObject({ at: ctx.now.toISOString(), by: origin });
  expect(JSON.stringify(history)).not.toMatch(/123456789|[sS]sn(Cipher|Index)/);
});

test('nobody of another district, no student, and no one who is not there has a page', async () => {
  const ctx = await admin();
  const other = await insertPerson(await testDistrict(), { staffNumber: '1' });
  const student = await insertPerson(ctx);
  for (const id of [other.id, student.id, ctx.newId()])
    expect(await refusal(readPerson(ctx, { id }))).toBeInstanceOf(NotFound);
  expect(await refusal(demographics(ctx, other.id))).toBeInstanceOf(NotFound);
});
