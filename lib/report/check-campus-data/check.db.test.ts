import { expect, test } from 'vitest';
import { textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { readPdf } from '../../export/pdf/testing/read-pdf.ts';
import { checkCampusData, exportCheck } from './check.ts';
import { exportCheckPdf } from './export-pdf.ts';
import type { Check } from './schema.ts';

const positions = [{ startDate: '2020-01-01' }];
const names = async (ctx: Context, list: Check, page = 1) =>
  (await checkCampusData(ctx, { list, page })).data.map(({ lastName, staffNumber }) => [
    lastName,
    staffNumber,
  ]);

test('CHK-1 duplicates stand by number as stored, whatever their case and blanks; all who share one are listed', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Three', staffNumber: '0295382', positions });
  await insertPerson(ctx, { lastName: 'One', staffNumber: 'PENDING', positions });
  await insertPerson(ctx, { lastName: 'Alone', staffNumber: '10058', positions });
  await insertPerson(ctx, { lastName: 'Two', staffNumber: ' pending' });
  await insertPerson(ctx, { lastName: 'Four', staffNumber: '0295382' });
  expect(await names(ctx, 'duplicate')).toEqual([
    ['Three', '0295382'],
    ['Four', '0295382'],
    ['One', 'PENDING'],
    ['Two', ' pending'],
  ]);
  expect(await checkCampusData(ctx, { list: 'duplicate', page: 1 })).toMatchObject({
    people: 4,
    numbers: 2,
    more: false,
  });
});

test('CHK-1 staff without a number: by a position or an employment; neither students nor blanks that are a number', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Placed', positions });
  await insertPerson(ctx, { lastName: 'Employed', employments: [{ hireDate: '2020-01-01' }] });
  await insertPerson(ctx, { lastName: 'Blank', staffNumber: '  ', positions });
  await insertPerson(ctx, { lastName: 'Student' });
  await insertPerson(ctx, { lastName: 'Numbered', staffNumber: '1', positions });
  expect((await names(ctx, 'missing')).map(([name]) => name)).toEqual(['Blank', 'Employed', 'Placed']);
  expect((await checkCampusData(ctx, { list: 'missing', page: 1 })).people).toBe(3);
});

test('CHK-2 a number that is mended leaves the list, and the count with it', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { staffNumber: 'PENDING' });
  await insertPerson(ctx, { staffNumber: 'PENDING' });
  expect((await checkCampusData(ctx, { list: 'duplicate', page: 1 })).people).toBe(2);
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRun(tx, `update person set staff_number = '77' where district_id = $1 and id = $2`, [
      tx.districtId,
      id,
    ]),
  );
  expect(await checkCampusData(ctx, { list: 'duplicate', page: 1 })).toEqual({
    data: [],
    more: false,
    people: 0,
    numbers: 0,
  });
});

test('CHK-1 the whole list as CSV, formulas neutralised, nothing of another district', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  await insertPerson(ctx, { lastName: '=cmd', positions });
  await insertPerson(other, { lastName: 'Elsewhere', positions });
  const csv = await new Response(exportCheck(ctx, { list: 'missing' }).stream).text();
  expect(csv.split('\r\n')[1]).toMatch(/^,"?'=cmd/);
  expect(csv).not.toContain('Elsewhere');
});

test('CHK-1 both lists as PDF, numbers as stored; where nothing is left it says so', async () => {
  const ctx = await testDistrict();
  await insertPerson(ctx, { lastName: 'Twin', staffNumber: 'PENDING', positions });
  await insertPerson(ctx, { lastName: 'Twin', staffNumber: 'pending' });
  const { stream } = exportCheckPdf(ctx);
  const lines = readPdf(new Uint8Array(await new Response(stream).arrayBuffer())).pages.flat();
  expect(lines).toEqual(
    expect.arrayContaining([
      'Check Campus Data',
      'Test ISD',
      'Duplicate staff numbers',
      '2 people with 1 shared number. Staff Numbers must be unique.',
      'PENDING',
      'pending',
      'No staff number',
      'Every staff member has a number.',
    ]),
  );
});
