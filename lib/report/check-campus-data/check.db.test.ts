import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeNoNumber } from '../../../db/may-be-no-number.ts';
import { textRows, textRun } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { insertPerson } from '../../../db/testing/person.ts';
import type { Context } from '../../context.ts';
import { readPdf } from '../../export/pdf/testing/read-pdf.ts';
import { Conflict } from '../../failure.ts';
import { correctStaffNumber } from '../../people/edit/correct-number.ts';
import { noNumber } from '../../record/no-number.ts';
import { staffNumberKey } from '../../record/record.ts';
import { excludePerson } from '../../sync/guards/exclusions.ts';
import { startSync } from '../../sync/run/start.ts';
import { committed, sentStaff, validated } from '../../sync/testing/in-district.ts';
import { transferStaff } from '../../sync/transfer/transfer.ts';
import { checkCampusData, exportCheck } from './check.ts';
import { exportCheckPdf } from './export-pdf.ts';
import { likelyRecords } from './likely-records.ts';
import type { Check } from './schema.ts';

const positions = [{ startDate: '2020-01-01' }];
const names = async (ctx: Context, list: Check, page = 1) =>
  (await checkCampusData(ctx, { list, page })).data.map(({ lastName, staffNumber }) => [
    lastName,
    staffNumber,
  ]);

test('CHK-1 duplicates are sorted by number as stored, whatever their case and blanks; all who share one are listed', async () => {
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

test('CHK-2 a number that is corrected leaves the list, and the count with it', async () => {
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

test('CHK-2 numbers that are no numbers are a third list, by number, and counted', async () => {
  const ctx = await testDistrict();
  for (const staffNumber of [
    '10058',
    '0295382',
    '123457',
    'pending',
    'TBD',
    '0000',
    '99999',
    '12/34',
    'PENDING',
  ])
    await insertPerson(ctx, { lastName: 'Simpson', staffNumber });
  await insertPerson(ctx, { lastName: 'Blank', staffNumber: ' ', positions });
  const { data, people, numbers } = await checkCampusData(ctx, { list: 'placeholder', page: 1 });
  expect(data.map(({ staffNumber }) => staffNumber).toSorted()).toEqual(
    ['0000', '12/34', '99999', 'PENDING', 'TBD', 'pending'].toSorted(),
  );
  expect([people, numbers]).toEqual([6, 5]);
  const csv = await new Response(exportCheck(ctx, { list: 'placeholder' }).stream).text();
  expect(csv.trim().split('\r\n')).toHaveLength(7);
});

test('CHK-2 the index of numbers that may be none has all that are none', async () => {
  const ctx = await testDistrict();
  const signs = fc.array(fc.constantFrom('', '', '-', '.', '_', '/', ' '), { minLength: 9, maxLength: 9 });
  const part = fc.constantFrom(
    '0',
    '00',
    '99',
    '999',
    '123',
    '456',
    '0123456',
    'x',
    'XX',
    'Temp',
    'n',
    'A',
    'sync',
    'É',
    '7',
  );
  const number = fc
    .tuple(fc.array(part, { maxLength: 8 }), signs)
    .map(([parts, between]) => between.map((sign, i) => `${parts[i] ?? ''}${sign}`).join(''));
  const none = fc
    .sample(number, { numRuns: 20_000, seed: 1 })
    .filter((text) => noNumber(text) !== null)
    .map(staffNumberKey);
  expect(new Set(none.map(noNumber)).size).toBe(6);
  const { sql: found } = new PgDialect().sqlToQuery(mayBeNoNumber(sql.raw('asked.key')));
  const missed = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, `select asked.key from unnest($1::text[]) asked (key) where not ${found}`, [none]),
  );
  expect(missed).toEqual([]);
});

test('CHK-2 a number is corrected from its row, unless it changed meanwhile', async () => {
  const ctx = await testDistrict();
  const { id } = await insertPerson(ctx, { staffNumber: ' PENDING', hrManagedAt: ctx.now });
  const correct = (was: string | null, staffNumber: string) =>
    correctStaffNumber(ctx, { personId: id, correction: { was, staffNumber, reason: 'x' }, rule: 'CHK-2' });
  await expect(correct('TBD', '77')).rejects.toBeInstanceOf(Conflict);
  await correct(' PENDING', '77');
  expect((await checkCampusData(ctx, { list: 'placeholder', page: 1 })).people).toBe(0);
});

test('CHK-2 a row shows the number that HR likely has for the person, from the newest feed', async () => {
  const ctx = await testDistrict();
  const pat = { lastName: 'Dickson', firstName: 'Sheldon', birthDate: '1979-07-04' };
  const { id } = await insertPerson(ctx, { ...pat, staffNumber: 'PENDING' });
  const other = await insertPerson(ctx, { lastName: 'Dickson', firstName: 'Ann', staffNumber: 'TBD' });
  await insertPerson(ctx, { ...pat, staffNumber: '207285' });
  const record = (staffNumber: string, over: object = {}) => ({
    value: { staffNumber, gender: 'M', ...pat, ...over },
  });
  expect(await likelyRecords(ctx, { people: [id] })).toEqual([]);
  await startSync(ctx);
  await transferStaff(ctx, {
    records: [
      record('207284', { lastName: 'DICKSON' }),
      // Somebody in Campus has the number, so HR's record is theirs.
      record('207285'),
      record('207286', { firstName: 'Boris', birthDate: '1950-01-01' }),
    ],
    pointer: '',
  });
  expect(await likelyRecords(ctx, { people: [id, other.id] })).toEqual([
    {
      personId: id,
      staffNumber: '207284',
      name: 'DICKSON, Sheldon',
      reasons: ['same name', 'same birth date'],
    },
  ]);
});

test('CHK-2 until the next feed is staged, HR’s likely number comes from the last committed one', async () => {
  const ctx = await testDistrict();
  const pat = { lastName: 'Dickson', firstName: 'Sheldon', birthDate: '1979-07-04' };
  const { id } = await insertPerson(ctx, { ...pat, staffNumber: 'PENDING' });
  await excludePerson(ctx, { staffNumber: '207284', reason: 'Not sure' });
  const likely = async () =>
    (await likelyRecords(ctx, { people: [id] })).map(({ staffNumber }) => staffNumber);
  await validated(ctx, sentStaff('207284', pat), sentStaff('207285', { lastName: 'Else' }));
  await committed(ctx);
  expect(await likely()).toEqual(['207284']);
  await startSync(ctx);
  expect(await likely()).toEqual(['207284']);
  await transferStaff(ctx, { records: [{ value: sentStaff('207300') }], pointer: '' });
  expect(await likely()).toEqual([]);
});

test('CHK-1 the whole list as CSV, formulas neutralised, nothing of another district', async () => {
  const [ctx, other] = [await testDistrict(), await testDistrict()];
  await insertPerson(ctx, { lastName: '=cmd', positions });
  await insertPerson(other, { lastName: 'Elsewhere', positions });
  const csv = await new Response(exportCheck(ctx, { list: 'missing' }).stream).text();
  expect(csv.split('\r\n')[1]).toMatch(/^,"?'=cmd/);
  expect(csv).not.toContain('Elsewhere');
});

test('CHK-1 CHK-2 all lists as PDF, numbers as stored; where nothing is left it says so', async () => {
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
      'Staff numbers that are no numbers',
      '2 people with a placeholder instead of a number, such as PENDING or 0000.',
    ]),
  );
});
