import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import type { ValueKind } from '../record/csv/meaning.ts';
import { createStaffMember } from '../staff/create.ts';
import { createPosition } from '../staff/position.ts';
import { updateStaffMember } from '../staff/update.ts';
import { rowsOf, run, sentStaff } from '../sync/testing/in-district.ts';
import { listValueMappings } from './list-value-mappings.ts';
import { MAX_UNKNOWN_VALUES, noteUnknownValues } from './note-unknown-values.ts';
import { removeValueMapping } from './remove-value-mapping.ts';
import { saveValueMapping } from './save-value-mapping.ts';
import { newHr } from './testing/new-hr.ts';

const idOf = ({ actor }: Context) => (actor.kind === 'client' ? actor.id : '');
const mapTo = (ctx: Context, hr: Context, kind: ValueKind, value: string, code: string) =>
  saveValueMapping(ctx, { clientId: idOf(hr), kind, value, code });
const refused = (call: Promise<unknown>) => call.then(String, ({ message }: Error) => message);
const unmapped = async (ctx: Context) =>
  (await listValueMappings(ctx)).unmapped.map(
    ({ kind, value, records, proposed }) => `${kind} ${value} ${records} ${proposed}`,
  );

const AS_HR = {
  gender: 'Female',
  positions: [{ schoolNumber: 'Harrison High School', assignmentCode: 'TCH', startDate: '2020-08-01' }],
};

async function mappedDistrict() {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  await mapTo(ctx, hr, 'genders', 'Female', 'F');
  await mapTo(ctx, hr, 'schools', 'Harrison High School', '010');
  await mapTo(ctx, hr, 'assignmentCodes', 'TCH', '20');
  return { ctx, hr };
}

test('REF-3 HR’s values are taken as Campus’ codes in create, update and position calls, and the answer says so', async () => {
  const { hr } = await mappedDistrict();
  const created = await createStaffMember(hr, sentStaff('1', AS_HR));
  expect(created.staffMember).toMatchObject({
    gender: 'F',
    positions: [{ schoolNumber: '010', assignmentCode: '20' }],
  });
  expect(created.warnings.filter(({ code }) => code === 'valuesMapped')).toEqual([
    {
      code: 'valuesMapped',
      pointer: '/gender',
      message: 'The gender Female was taken as F, by the value mapping of the district.',
    },
    expect.objectContaining({ pointer: '/positions/0/schoolNumber' }),
    expect.objectContaining({ pointer: '/positions/0/assignmentCode' }),
  ]);
  const updated = await updateStaffMember(hr, { staffNumber: '1', json: AS_HR, ifMatch: null });
  expect(updated.staffMember.positions).toHaveLength(1);
  expect(updated.warnings).toHaveLength(3);
  const [position] = AS_HR.positions;
  const json = { ...position, startDate: '2024-08-01' };
  const { position: second, warnings } = await createPosition(hr, { staffNumber: '1', json, ifMatch: null });
  expect(second).toMatchObject({ schoolNumber: '010', assignmentCode: '20' });
  expect(warnings.map(({ pointer }) => pointer)).toEqual(['/schoolNumber', '/assignmentCode']);
});

test('REF-3 a mapping is one client’s', async () => {
  const { ctx } = await mappedDistrict();
  const other = await newHr(ctx, 'Other');
  expect(await refused(createStaffMember(other, sentStaff('1', { gender: 'Female' })))).toContain(
    'There is no gender "Female"',
  );
});

test('REF-3 a code of Campus always means itself', async () => {
  const { ctx, hr } = await mappedDistrict();
  expect(await refused(mapTo(ctx, hr, 'genders', 'M', 'F'))).toContain('itself');
  expect(await refused(mapTo(ctx, hr, 'schools', '900', '010'))).toContain('itself');
  expect(await refused(mapTo(ctx, hr, 'schools', '15', '999'))).toContain('does not have the school 999');
  expect(
    await refused(
      saveValueMapping(ctx, { clientId: ctx.newId(), kind: 'schools', value: '15', code: '010' }),
    ),
  ).toContain('no such API client');
  // The district gets the code later.
  await run(
    ctx,
    "insert into gender (district_id, id, code, description) values ($1, $2, 'Female', 'x')",
    ctx.newId(),
  );
  const { staffMember, warnings } = await createStaffMember(hr, sentStaff('1', { gender: 'Female' }));
  expect(staffMember.gender).toBe('Female');
  expect(warnings.filter(({ code }) => code === 'valuesMapped')).toEqual([]);
  const { mappings } = await listValueMappings(ctx);
  expect(mappings.map(({ value, inEffect }) => `${value} ${inEffect}`)).toContain('Female false');
});

test('REF-3 values that Campus does not know are listed with counts until they are mapped, with what they look like', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  const wrong = (number: string) => createStaffMember(hr, sentStaff(number, { ...AS_HR, firstName: null }));
  await refused(wrong('1'));
  await refused(wrong('2'));
  expect((await unmapped(ctx)).sort()).toEqual([
    'assignmentCodes TCH 2 null',
    'genders Female 2 F',
    'schools Harrison High School 2 010',
  ]);
  await mapTo(ctx, hr, 'genders', 'Female', 'F');
  await mapTo(ctx, hr, 'schools', 'Harrison High School', '010');
  expect(await unmapped(ctx)).toEqual(['assignmentCodes TCH 2 null']);
  // A call that is refused for another reason names nothing new.
  await refused(createStaffMember(hr, sentStaff('3', { gender: 'F', firstName: null })));
  expect(await unmapped(ctx)).toEqual(['assignmentCodes TCH 2 null']);
});

test('REF-3 codes of one call that look like SSNs are kept as one', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  await noteUnknownValues(hr, [
    { kind: 'titles', value: '123456789', records: 2 },
    { kind: 'titles', value: '160360E3', records: 1 },
    { kind: 'titles', value: '454584E3', records: 1 },
  ]);
  expect(await unmapped(ctx)).toEqual(['titles ********* 2 null', 'titles ******E* 2 null']);
});

test('REF-3 values sent side by side are counted together, and an SSN among them is not kept', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  const values = ['A', 'B', '123-45-6789'].map((value) => ({ kind: 'genders' as const, value, records: 1 }));
  await Promise.all(
    Array.from({ length: 6 }, (_, i) => noteUnknownValues(hr, i % 2 ? values : values.toReversed())),
  );
  expect((await unmapped(ctx)).sort()).toEqual([
    'genders ***-**-**** 6 null',
    'genders A 6 null',
    'genders B 6 null',
  ]);
});

test('what a client sends at random fills no table', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  const many = (from: number) =>
    Array.from({ length: MAX_UNKNOWN_VALUES }, (_, i) => ({
      kind: 'titles' as const,
      value: `x${from + i}`,
      records: 1,
    }));
  await noteUnknownValues(hr, many(0));
  await noteUnknownValues({ ...hr, now: new Date(hr.now.getTime() + 1000) }, many(5_000));
  const [row] = await rowsOf(
    ctx,
    'select count(*)::integer as n, min(value) as least from unknown_value where district_id = $1',
  );
  expect(row).toEqual({ n: MAX_UNKNOWN_VALUES, least: 'x5000' });
});

test('REF-3 mappings are audited, and a removed one has no effect', async () => {
  const { ctx, hr } = await mappedDistrict();
  await mapTo(ctx, hr, 'genders', 'Female', 'X');
  await mapTo(ctx, hr, 'genders', 'Female', 'X');
  const { mappings } = await listValueMappings(ctx);
  const female = mappings.find(({ value }) => value === 'Female');
  expect(female).toMatchObject({ code: 'X', description: 'Nonbinary or not stated', savedBy: 'Test' });
  await removeValueMapping(ctx, { id: female?.id ?? '' });
  expect(await refused(removeValueMapping(ctx, { id: female?.id ?? '' }))).toContain('removed meanwhile');
  expect(await refused(createStaffMember(hr, sentStaff('1', AS_HR)))).toContain('gender');
  const events = await rowsOf(
    ctx,
    "select action, detail from audit_event where district_id = $1 and target = 'Female' order by id::text",
  );
  expect(events).toEqual([
    { action: 'mapping.save', detail: { client: 'Payroll', kind: 'genders', before: null, after: 'F' } },
    { action: 'mapping.save', detail: { client: 'Payroll', kind: 'genders', before: 'F', after: 'X' } },
    { action: 'mapping.remove', detail: { client: 'Payroll', kind: 'genders', before: 'X' } },
  ]);
});
