import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { codesOf } from '../../record/csv/match-values.ts';
import type { ColumnMeaning } from '../../record/csv/meaning.ts';
import { listChoices } from '../../reference/choices.ts';
import { startSync } from '../run/start.ts';
import { syncStatus } from '../run/status.ts';
import { CSV_TYPE, JSON_TYPE, NDJSON_TYPE } from './file-types.ts';
import { keepUsedMapping } from './keep-mapping.ts';
import { lookAtTable } from './look.ts';
import { mappingFaults } from './mapping-faults.ts';
import { recognizedOf } from './recognized.ts';
import { uploadStaff } from './upload.ts';

let ctx: Context;
beforeEach(async () => {
  ctx = await testDistrict();
  await startSync(ctx);
});

async function* bytesOf(text: string | Uint8Array) {
  yield Buffer.from(text as string);
}
const upload = async (
  text: string,
  {
    type = CSV_TYPE,
    columns,
    onInvalid = 'reject',
  }: { type?: string; columns?: ColumnMeaning[]; onInvalid?: 'reject' | 'setAside' } = {},
) =>
  uploadStaff(
    ctx,
    { type, read: () => bytesOf(text) },
    { columns, codes: codesOf(await listChoices(ctx)), today: '2026-11-24' },
    { onInvalid },
  );
const look = (text: string | Uint8Array, of = ctx) => lookAtTable(of, bytesOf(text));
const remember = (columns: ColumnMeaning[], now = ctx.now) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    keepUsedMapping({ ...ctx, now }, tx, null, { reading: {}, columns, fixed: [], values: [] }),
  );
const meaningsOf = ({ columns }: Awaited<ReturnType<typeof look>>): ColumnMeaning[] =>
  columns.map(({ header, property, dates }) => ({ header, property, dates }));
const staged = async () => (await syncStatus(ctx)).staffTransferred;

const HR = [
  'Emp ID,Last Name,First Name,Sex,Hire Date,School,Job Code,Start Date,Favourite Colour',
  '20001,Brown,Ann,F,7/25/2020,010,T1,8/1/2020,blue',
  '20002,"Simpson, Jr.",Pat,F,7/5/2021,010,T1,8/1/2021,',
].join('\r\n');

test('SYNC-12 a file of HR’s own headers: guessed, confirmed, staged', async () => {
  const seen = await look(HR);
  expect(seen.columns.map(({ property, dates, by }) => [property, dates, by])).toEqual([
    ['staffNumber', 'iso', 'term'],
    ['lastName', 'iso', 'name'],
    ['firstName', 'iso', 'name'],
    ['gender', 'iso', 'term'],
    ['employments.1.hireDate', 'mdy', 'term'],
    ['positions.1.schoolNumber', 'iso', 'term'],
    ['positions.1.titleCode', 'iso', 'term'],
    ['positions.1.startDate', 'mdy', 'term'],
    [null, 'iso', null],
  ]);
  expect(seen.profile.first[1]?.[1]).toBe('Simpson, Jr.');
  const columns = meaningsOf(seen);
  expect(await upload(HR, { columns })).toMatchObject({ outcome: 'staged', received: 2, setAside: 0 });
  const [record] = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ record: string }>(
      tx,
      'select record::text from staged_staff where district_id = $1 order by line limit 1',
      [tx.districtId],
    ),
  );
  expect(JSON.parse(record?.record ?? '')).toMatchObject({
    staffNumber: '20001',
    employments: [{ hireDate: '2020-07-25' }],
    positions: [{ schoolNumber: '010', titleCode: 'T1', startDate: '2020-08-01' }],
  });
});

test('what was confirmed is guessed for the next file, by header, also that a column is left out; not in another district', async () => {
  const columns = meaningsOf(await look(HR)).map((column) =>
    column.header === 'Job Code'
      ? { ...column, property: 'positions.1.titleDescription' }
      : column.header === 'Sex'
        ? { ...column, property: 'gender' }
        : column,
  );
  await remember(columns);
  const next = 'favourite-colour,JOB CODE,Start Date\nred,T1,2020-08-01\n';
  expect((await look(next)).columns).toEqual([
    { header: 'favourite-colour', property: null, dates: 'iso', by: 'remembered' },
    { header: 'JOB CODE', property: 'positions.1.titleDescription', dates: 'iso', by: 'remembered' },
    { header: 'Start Date', property: 'positions.1.startDate', dates: 'iso', by: 'remembered' },
  ]);
  const other = await testDistrict();
  expect((await look(next, other)).columns.map(({ by }) => by)).toEqual([null, 'term', 'term']);
});

test('confirming the same twice keeps one mapping; a later one for a header counts', async () => {
  const columns = meaningsOf(await look(HR));
  await remember(columns);
  await remember(columns, new Date('2026-11-25'));
  const kept = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select id from column_mapping where district_id = $1', [tx.districtId]),
  );
  expect(kept).toHaveLength(1);
  const other = columns.map((column) =>
    column.header === 'Job Code' ? { ...column, property: 'positions.1.assignmentCode' } : column,
  );
  await remember(other, new Date('2026-11-26'));
  expect((await look(HR)).columns[6]).toMatchObject({ property: 'positions.1.assignmentCode' });
});

test('STAFF-9 a mapping with an unknown property, one twice, or a required one missing is reported by column', () => {
  const columns: ColumnMeaning[] = [
    { header: 'a', property: 'staffNumber', dates: 'iso' },
    { header: 'b', property: 'STAFFNUMBER', dates: 'iso' },
    { header: 'c', property: 'schooNumber', dates: 'iso' },
    { header: 'd', property: 'positions.2.endDate', dates: 'iso' },
  ];
  expect(mappingFaults({ columns, fixed: [] }).map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/columns/1/property', 'columnTwice'],
    ['/columns/2/property', 'unknownColumn'],
    ...['lastName', 'firstName', 'gender', 'positions.2.schoolNumber', 'positions.2.startDate'].map(() => [
      '/columns',
      'columnMissing',
    ]),
  ]);
});

const HEADER =
  'staffNumber,lastName,firstName,gender,birthDate,positions.1.schoolNumber,positions.2.schoolNumber,positions.2.titleCode,positions.2.startDate';
const BAD = [
  HEADER,
  '1,Brown,Ann,F,1979-12-26,,010,T1,2020-08-01',
  '',
  '2,"Brown\nBrown",Ann,Q,79-12-26,,,,',
  '3,Brown,,F,,,010,T1,',
  '1,Browne,Ann,F,,,,,',
  '',
].join('\n');

test('SYNC-2 bad rows: nothing is staged, each is listed with its line and its columns', async () => {
  const refused = await upload(BAD);
  if (refused.outcome !== 'refused') throw new Error('staged');
  expect(refused).toMatchObject({ complete: true });
  expect(
    refused.rows.map(({ line, staffNumber, errors }) => [
      line,
      staffNumber,
      errors.map(({ column }) => column),
    ]),
  ).toEqual([
    [2, '1', ['lastName']],
    [4, '2', ['birthDate', 'gender']],
    [6, '3', ['firstName', 'positions.2.startDate']],
    [7, '1', [null]],
  ]);
  expect(refused.rows[0]?.errors[0]?.message).toContain('lines 2 and 7');
  expect(await staged()).toBe(0);
});

test('SYNC-2 … or they are set aside, each number once, and the rest is staged', async () => {
  expect(await upload(BAD, { onInvalid: 'setAside' })).toMatchObject({
    outcome: 'staged',
    received: 3,
    staffTransferred: 0,
    setAside: 3,
  });
});

test('SYNC-2 a file with a row per school: the rows of a person are one record with both positions', async () => {
  const rows = [
    'School_id,Staff_id,Staff_email,First_name,Last_name,Gender,Job_code,Start_date',
    '044,F1801,acruz@example.org,Ana,Cruz,F,20,2024-08-01',
    '107,F1801,acruz@example.org,Ana,Cruz,F,20,2024-08-01',
    '001,F1802,bdiaz@example.org,Ben,Diaz,M,31,2023-08-01',
  ];
  const properties = [
    'positions.1.schoolNumber',
    'staffNumber',
    ...['workEmail', 'firstName', 'lastName', 'gender'],
    ...['positions.1.assignmentCode', 'positions.1.startDate'],
  ];
  const columns = rows[0]?.split(',').map((header, i): ColumnMeaning => {
    return { header, property: properties[i] ?? null, dates: 'iso' };
  });
  expect(await upload(rows.join('\n'), { columns: columns ?? [], onInvalid: 'setAside' })).toMatchObject({
    ...{ outcome: 'staged', received: 2, staffTransferred: 2, setAside: 0 },
  });
  const records = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ record: string }>(
      tx,
      "select record::text from staged_staff where district_id = $1 and record::text like '%F1801%'",
      [tx.districtId],
    ),
  );
  expect(JSON.parse(records[0]?.record ?? '{}').positions).toMatchObject([
    { schoolNumber: '044' },
    { schoolNumber: '107' },
  ]);
});

test('SYNC-2 a row of too many cells is listed with the other bad rows, and refuses the file unless somebody agreed', async () => {
  const file = `${HEADER}\n1,Brown,Ann,F,,,,,,x\n2,Brown,Ann,Q,,,,,\n`;
  for (const onInvalid of ['reject', 'setAside'] as const)
    expect(await upload(file, { onInvalid })).toMatchObject({
      outcome: 'refused',
      rows: [{ line: 2 }, { line: 3 }],
    });
});

test.each([
  ['a list', (list: string) => list],
  ['an object with staffMembers', (list: string) => `{"staffMembers":${list}}`],
])('JSON, %s: reported by line', async (_, wrap) => {
  const text = wrap(
    '[\n{"staffNumber":"1","lastName":"B","firstName":"A","gender":"F"},\n\n{"staffNumber":"2",\n"lastName":"]"}]\n',
  );
  const refused = await upload(text, { type: JSON_TYPE });
  expect(refused).toMatchObject({ outcome: 'refused', rows: [{ line: 4, staffNumber: '2' }] });
  const sound = wrap('[ {"staffNumber":"1","lastName":"B","firstName":"A","gender":"F"} ]');
  expect(await upload(sound, { type: JSON_TYPE })).toMatchObject({
    outcome: 'staged',
    received: 1,
  });
});

test('NDJSON: reported by line, blank lines counted', async () => {
  const text = '{"staffNumber":"1","lastName":"B","firstName":"A","gender":"F"}\n\n{"staffNumber":"2"}\n';
  const refused = await upload(text, { type: NDJSON_TYPE });
  expect(refused).toMatchObject({ outcome: 'refused', rows: [{ line: 3, staffNumber: '2' }] });
});

test.each([['an empty file', '', /empty/]])('%s is refused with what to do', async (_, text, message) => {
  await expect(look(text as string)).rejects.toThrow(message);
});

test('other columns than those confirmed are refused: nothing is read under a wrong name', async () => {
  const columns = meaningsOf(await look(HR));
  await expect(upload(HR.replace('Sex,Hire Date', 'Hire Date,Sex'), { columns })).rejects.toThrow(
    /not the ones that were confirmed/,
  );
});

test('a NUL, a damaged character or a control is that cell’s error; the row can be set aside', async () => {
  const head = 'staffNumber,lastName,firstName,gender,positions.1.schoolNumber,positions.1.startDate';
  const file = [head, '1,A\0b,C,F,,', '2,B,C,F,0\x0710,2020-01-01', '3\0,C,C,F,,', '4,D,C,F,,'].join('\n');
  const refused = await upload(file);
  if (refused.outcome !== 'refused') throw new Error('staged');
  expect(
    refused.rows.map(({ line, errors }) => [
      line,
      errors.filter(({ code }) => code === 'unreadableCharacter')[0]?.column,
    ]),
  ).toEqual([
    [2, 'lastName'],
    [3, 'positions.1.schoolNumber'],
    [4, 'staffNumber'],
  ]);
  expect(await upload(file, { onInvalid: 'setAside' })).toMatchObject({
    outcome: 'staged',
    setAside: 3,
    staffTransferred: 1,
  });
});

test('titles above, a total below and a repeated header are left out, and said', async () => {
  const file = `Grand Bend ISD,,,\nstaffNumber,lastName,firstName,gender\n1,Brown,Ann,F\nstaffNumber,lastName,firstName,gender\nTotal employees,1,,\n`;
  const recognized = { headerRow: 2, above: [1], below: [5], repeated: { count: 1, lines: [4] } };
  expect(recognizedOf((await look(file)).table)).toMatchObject(recognized);
  expect(await upload(file)).toMatchObject({ outcome: 'staged', received: 1, recognized });
});
