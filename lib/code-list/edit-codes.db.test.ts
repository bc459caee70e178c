import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import { insertPerson } from '../../db/testing/person.ts';
import type { Context } from '../context.ts';
import { newClient } from '../credentials/new-client.ts';
import { Conflict, Invalid, NotFound } from '../failure.ts';
import { createStaffMember } from '../staff/create.ts';
import { committed, rowsOf, run, sentStaff, validated } from '../sync/testing/in-district.ts';
import { saveValueMapping } from '../value-mapping/save-value-mapping.ts';
import { addCode } from './add-code.ts';
import { editCode } from './edit-code.ts';
import { listUsedCodes } from './list-codes.ts';
import { removeCode } from './remove-code.ts';
import { type CodeInput, codeInput } from './schema.ts';

const input = (over: Partial<CodeInput>): CodeInput =>
  codeInput.parse({
    kind: 'schools',
    code: '777',
    name: 'Lakeside',
    type: 'Middle School',
    active: true,
    ...over,
  });
const found = async (ctx: Context, { kind, code }: Pick<CodeInput, 'kind' | 'code'>) =>
  (await listUsedCodes(ctx, { kind, search: code, page: 1 })).data.find((one) => one.code === code);
const audited = (ctx: Context) =>
  rowsOf(
    ctx,
    `select action, target, detail from audit_event where district_id = $1 and action like 'codes.%' order by id`,
  );

test('REF-1 an added school can be sent at once; every list takes one', async () => {
  const ctx = await testDistrict();
  await addCode(ctx, input({ code: ' 777 ' }));
  const position = { schoolNumber: '777', assignmentCode: '20', startDate: '2020-08-01' };
  await createStaffMember(ctx, sentStaff('1', { positions: [position] }));
  expect(await found(ctx, { kind: 'schools', code: '777' })).toMatchObject({
    ...{ description: 'Lakeside', type: 'Middle School', active: true, uses: 1 },
  });
  for (const kind of ['genders', 'assignmentCodes', 'titles'] as const) {
    await addCode(ctx, input({ kind, code: 'Q1', name: 'Own', type: null, active: false }));
    expect(await found(ctx, { kind, code: 'Q1' })).toMatchObject({
      description: 'Own',
      active: false,
      uses: 0,
    });
  }
  expect((await audited(ctx))[0]).toEqual({
    action: 'codes.add',
    target: '777',
    detail: { kind: 'schools', after: { name: 'Lakeside', type: 'Middle School', active: true } },
  });
});

test('a code that the list has is refused; so is a type for anything but a school', async () => {
  const ctx = await testDistrict();
  await expect(addCode(ctx, input({ code: '010' }))).rejects.toBeInstanceOf(Conflict);
  await expect(addCode(ctx, input({ kind: 'titles' }))).rejects.toBeInstanceOf(Invalid);
  expect(codeInput.safeParse({ kind: 'schools', code: ' ', name: 'x', active: true }).success).toBe(false);
  expect(
    codeInput.safeParse({ kind: 'schools', code: '9'.repeat(16), name: 'x', active: true }).success,
  ).toBe(false);
  expect(await audited(ctx)).toEqual([]);
});

test('a code is edited, audited with before and after; the same again is no edit', async () => {
  const ctx = await testDistrict();
  const edit = input({ code: '010', name: 'Harrison HS', type: null, active: false });
  await editCode(ctx, edit);
  await editCode(ctx, edit);
  expect(await found(ctx, edit)).toMatchObject({ description: 'Harrison HS', type: null, active: false });
  expect(await audited(ctx)).toEqual([
    {
      action: 'codes.edit',
      target: '010',
      detail: {
        kind: 'schools',
        before: { name: 'Harrison High School', type: 'High School', active: true },
        after: { name: 'Harrison HS', type: null, active: false },
      },
    },
  ]);
  await expect(editCode(ctx, input({ code: 'none' }))).rejects.toBeInstanceOf(NotFound);
});

test('a code in use is not removed: by positions, people, sections, enrollments', async () => {
  const ctx = await testDistrict();
  await createStaffMember(ctx, sentStaff('1', { gender: 'X' }));
  for (const [kind, code, used] of [
    ['schools', '010', '1 position has'],
    ['genders', 'X', '1 person has'],
    ['assignmentCodes', '20', '1 position has'],
  ] as const)
    await expect(removeCode(ctx, { kind, code })).rejects.toThrow(used);
  await addCode(ctx, input({}));
  await run(
    ctx,
    `insert into section (district_id, id, school_number, name) values ($1, $2, '777', 'Algebra I')`,
    ctx.newId(),
  );
  await expect(removeCode(ctx, input({}))).rejects.toThrow('1 section has');
  const student = await insertPerson(ctx);
  await run(
    ctx,
    `insert into enrollment (district_id, id, person_id, school_number) values ($1, $2, $3, '777')`,
    ctx.newId(),
    student.id,
  );
  await expect(removeCode(ctx, input({}))).rejects.toThrow('1 section and 1 enrollment have');
  expect((await audited(ctx)).map(({ action }) => action)).toEqual(['codes.add']);
});

test('REF-3 a code that HR’s values are mapped to is not removed; an unused one is, audited', async () => {
  const ctx = await testDistrict();
  await addCode(ctx, input({}));
  const { id } = await newClient(ctx, { name: 'Payroll', scopes: ['staff.sync'], expiresOn: null });
  await saveValueMapping(ctx, { clientId: id, kind: 'schools', value: 'LS', code: '777' });
  await expect(removeCode(ctx, input({}))).rejects.toThrow('Value Mapping');
  await run(ctx, 'delete from value_mapping where district_id = $1');
  await removeCode(ctx, input({}));
  expect(await found(ctx, input({}))).toBeUndefined();
  expect((await audited(ctx)).at(-1)).toMatchObject({
    action: 'codes.remove',
    target: '777',
    detail: { kind: 'schools', before: { name: 'Lakeside' } },
  });
  await expect(removeCode(ctx, input({}))).rejects.toBeInstanceOf(NotFound);
});

test('a code that somebody uses while it is removed stays', async () => {
  const ctx = await testDistrict();
  await addCode(ctx, input({ kind: 'genders', code: 'Q', type: null }));
  const tries = await Promise.allSettled([
    removeCode(ctx, { kind: 'genders', code: 'Q' }),
    createStaffMember(ctx, sentStaff('1', { gender: 'Q' })),
  ]);
  const people = await rowsOf(ctx, `select gender from person where district_id = $1 and gender = 'Q'`);
  const stays = (await found(ctx, { kind: 'genders', code: 'Q' })) !== undefined;
  expect(stays || people.length === 0).toBe(true);
  expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true);
});

test('REF-2 an edited code is an input of the next validation, also for people it found unchanged before', async () => {
  const ctx = await testDistrict();
  const feed = [sentStaff('1'), sentStaff('2')];
  await validated(ctx, ...feed);
  await committed(ctx);
  await validated(ctx, ...feed);
  expect((await committed(ctx)).results.map(({ outcome, warnings }) => [outcome, warnings.length])).toEqual([
    ['unchanged', 0],
    ['unchanged', 0],
  ]);
  await editCode(
    ctx,
    input({ code: '010', name: 'Harrison High School', type: 'High School', active: false }),
  );
  await validated(ctx, ...feed);
  const { results } = await committed(ctx);
  expect(results.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
    ['inactiveCode'],
    ['inactiveCode'],
  ]);
});

test('another district’s codes are neither edited nor removed', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  await addCode(other, input({}));
  await expect(editCode(ctx, input({ name: 'Mine' }))).rejects.toBeInstanceOf(NotFound);
  await expect(removeCode(ctx, input({}))).rejects.toBeInstanceOf(NotFound);
  expect(await found(other, input({}))).toMatchObject({ description: 'Lakeside' });
});
