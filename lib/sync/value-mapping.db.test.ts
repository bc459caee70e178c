import { expect, test } from 'vitest';
import { testDistrict } from '../../db/testing/district.ts';
import type { Context } from '../context.ts';
import type { ValueKind } from '../record/csv/meaning.ts';
import { readValidation } from '../report/read-validation.ts';
import { listValueMappings } from '../value-mapping/list-value-mappings.ts';
import { removeValueMapping } from '../value-mapping/remove-value-mapping.ts';
import { saveValueMapping } from '../value-mapping/save-value-mapping.ts';
import { newHr } from '../value-mapping/testing/new-hr.ts';
import { endSync } from './run/end.ts';
import { startSync } from './run/start.ts';
import { committed, rowsOf, run, sentStaff, validated, work } from './testing/in-district.ts';
import { staffOf } from './transfer/staff-of.ts';
import { transferStaff } from './transfer/transfer.ts';
import { validateSync } from './validate/validate.ts';

const mapTo = (hr: Context, kind: ValueKind, value: string, code: string) =>
  saveValueMapping(hr, { clientId: hr.actor.kind === 'client' ? hr.actor.id : '', kind, value, code });
const unmap = async (ctx: Context, value: string) => {
  const { mappings } = await listValueMappings(ctx);
  await removeValueMapping(ctx, { id: mappings.find((one) => one.value === value)?.id ?? '' });
};
const LATEST_RUN = 'select id from sync_run where district_id = $1 order by started_at desc limit 1';
const report = async (ctx: Context) =>
  readValidation(ctx, { runId: String((await rowsOf(ctx, LATEST_RUN))[0]?.id) });
const genders = async (ctx: Context) =>
  (await rowsOf(ctx, 'select staff_number, gender from person where district_id = $1 order by 1')).map(
    ({ staff_number, gender }) => `${staff_number} ${gender}`,
  );
const validateAgain = async (ctx: Context) => work(ctx, await validateSync(ctx));
const female = (number: string, over: object = {}) => sentStaff(number, { gender: 'Female', ...over });

async function mapped() {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  await mapTo(hr, 'genders', 'Female', 'F');
  return { ctx, hr };
}

test('REF-3 a transfer says which values were mapped, the report too, and the commit writes Campus’ codes', async () => {
  const { ctx, hr } = await mapped();
  await startSync(hr);
  const { warnings, setAside } = await transferStaff(hr, staffOf([female('1'), female('2'), sentStaff('3')]));
  expect(setAside).toBe(0);
  expect(warnings).toContainEqual({
    code: 'valuesMapped',
    message:
      'Values of 2 staff members were taken as Campus’ codes, by the value mapping of the district: gender Female as F.',
  });
  await endSync(hr);
  await validateAgain(ctx);
  const { warnings: ofReport, sections } = await report(ctx);
  expect(ofReport).toEqual([
    {
      code: 'valuesMapped',
      message: 'Values of HR are taken as Campus’ codes, by Value Mapping: gender Female as F.',
    },
  ]);
  expect(sections.errors.total).toBe(0);
  await committed(ctx);
  expect(await genders(ctx)).toEqual(['1 F', '2 F', '3 F']);
});

test('REF-3 the same feed again plans nobody and still says what is mapped; another code plans them', async () => {
  const { ctx, hr } = await mapped();
  for (let time = 1; time <= 2; time += 1) {
    await validated(hr, female('1'), female('2'));
    await committed(ctx);
  }
  await run(ctx, "update person set work_phone = '555-9999' where district_id = $1 and staff_number = '1'");
  await validated(hr, female('1'), female('2'));
  const spared = await report(ctx);
  expect(spared.summary.demographics.people).toBe(0);
  expect(spared.warnings).toHaveLength(1);

  await mapTo(hr, 'genders', 'Female', 'X');
  expect(await genders(ctx)).toEqual(['1 F', '2 F']);
  await validateAgain(ctx);
  expect((await report(ctx)).summary.demographics).toMatchObject({ people: 2, gender: 2 });
  await committed(ctx);
  expect(await genders(ctx)).toEqual(['1 X', '2 X']);
});

test('REF-3 a commit takes the mappings of now, not those of the validation', async () => {
  const { ctx, hr } = await mapped();
  await validated(hr, female('1'));
  await unmap(ctx, 'Female');
  const { results } = await committed(ctx);
  expect(results).toMatchObject([
    { staffNumber: '1', outcome: 'failed', errors: [{ code: 'unknownGender' }] },
  ]);
  expect(await genders(ctx)).toEqual([]);
});

test('REF-3 a title that is mapped after the transfer is not created, one whose mapping is removed is', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  const coach = (titleCode: string) => [
    { schoolNumber: '010', titleCode, titleDescription: 'Volleyball', startDate: '2020-08-01' },
  ];
  await validated(hr, sentStaff('1', { positions: coach('COACH-VB') }));
  expect((await listValueMappings(ctx)).unmapped).toMatchObject([
    { kind: 'titles', value: 'COACH-VB', records: 1 },
  ]);
  await mapTo(hr, 'titles', 'COACH-VB', '337C8989');
  await validateAgain(ctx);
  expect((await report(ctx)).warnings).toHaveLength(1);
  const { results } = await committed(ctx);
  expect(results).toMatchObject([{ outcome: 'created' }]);
  const titles = () =>
    rowsOf(ctx, "select code, description from title where district_id = $1 and code like 'COACH%'");
  expect(await titles()).toEqual([]);
  expect(await rowsOf(ctx, 'select title_code from district_assignment where district_id = $1')).toEqual([
    { title_code: '337C8989' },
  ]);
  await validated(hr, sentStaff('1', { positions: coach('COACH-VB') }));
  await unmap(ctx, 'COACH-VB');
  await committed(ctx);
  expect(await titles()).toEqual([{ code: 'COACH-VB', description: 'Volleyball' }]);

  const long = 'Coach of Volleyball, second team';
  await mapTo(hr, 'titles', long, '337C8989');
  await validated(hr, sentStaff('2', { positions: coach(long) }));
  await unmap(ctx, long);
  const { results: failed } = await committed(ctx);
  expect(failed).toMatchObject([
    { outcome: 'failed', errors: [{ code: 'tooLong', pointer: '/positions/0/titleCode' }] },
  ]);
});

test('REF-3 each record is mapped as its sender’s values are, also the same record of two senders in two nights', async () => {
  const { ctx, hr } = await mapped();
  const other = await newHr(ctx, 'Other');
  await mapTo(other, 'genders', 'Female', 'X');
  const night = async (first: Context, second: Context) => {
    await startSync(ctx);
    await transferStaff(first, staffOf([female('1')]));
    await transferStaff(second, staffOf([female('2')]));
    await endSync(ctx);
    await validateAgain(ctx);
    await committed(ctx);
    return genders(ctx);
  };
  expect(await night(hr, other)).toEqual(['1 F', '2 X']);
  expect(await night(hr, other)).toEqual(['1 F', '2 X']);
  expect(await night(other, hr)).toEqual(['1 X', '2 F']);
  expect(await night(hr, hr)).toEqual(['1 F', '2 F']);
});

test('REF-3 a file of the office has Campus’ codes: no client’s mapping counts', async () => {
  const { ctx } = await mapped();
  await startSync(ctx);
  await expect(transferStaff(ctx, staffOf([female('1')]))).rejects.toMatchObject({
    errors: [{ code: 'unknownGender' }],
  });
});

test('REF-3, SYNC-2 what was set aside for a value counts once it is mapped and sent again; a retry stays a retry', async () => {
  const ctx = await testDistrict();
  const hr = await newHr(ctx);
  const coach = { positions: [{ schoolNumber: '010', titleCode: 'COACH-VB', startDate: '2020-08-01' }] };
  const all = [female('1'), sentStaff('2'), sentStaff('3', coach)];
  await startSync(hr);
  const send = async () => transferStaff(hr, { ...staffOf(all), onInvalid: 'setAside' });
  expect(await send()).toMatchObject({ staffTransferred: 2, setAside: 1 });
  await mapTo(hr, 'genders', 'Female', 'F');
  await mapTo(hr, 'titles', 'COACH-VB', '337C8989');
  expect(await send()).toMatchObject({ staffTransferred: 3, setAside: 0 });
});
