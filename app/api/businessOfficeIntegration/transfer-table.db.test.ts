import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { type Answer, testVendor, type Vendor } from '../../../lib/http/testing/vendor.ts';
import { guessColumns } from '../../../lib/record/csv/guess.ts';
import type { FileMapping } from '../../../lib/record/csv/meaning.ts';
import { workbookOf } from '../../../lib/staff-file/testing/workbook.ts';
import { CSV_TYPE, XLSX_TYPE } from '../../../lib/sync/upload/file-types.ts';
import { keepUsedMapping } from '../../../lib/sync/upload/keep-mapping.ts';
import { api } from './api.ts';
import { working } from './testing/working.ts';

const SYNC = '/staffMembers/sync';
const ROSTER = readFileSync(new URL('../../../lib/staff-file/testing/roster.csv', import.meta.url), 'utf8');
const HEADERS = ROSTER.slice(1, ROSTER.indexOf('\r\n')).split(',');
const column = (header: string, property: string | null) => ({ header, property, dates: 'mdy' as const });
const ruled = (columns: FileMapping['columns']): FileMapping => ({
  ...{ reading: {}, fixed: [], values: [], columns },
});
const MAPPING = ruled([
  column('Emp', 'staffNumber'),
  column('Name', 'fullName.lastFirst'),
  column('Sex', 'gender'),
  column('Bldg', 'positions.1.schoolNumber'),
  column('Title', 'positions.1.titleCode'),
  column('Start', 'positions.1.startDate'),
]);
const HEAD = 'Start,Emp,Name,Sex,Bldg,Title';

async function started(mapping: FileMapping = MAPPING): Promise<Vendor> {
  const vendor = await testVendor(api);
  const { ctx } = vendor;
  await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, 'Payroll', mapping));
  await vendor.call('POST', `${SYNC}/start`);
  return vendor;
}
const send = (
  vendor: Vendor,
  body: string | Uint8Array,
  query = '?mapping=Payroll',
  headers: Record<string, string> = {},
): Promise<Answer> =>
  vendor.call('POST', `${SYNC}/transfer${query}`, body, { 'content-type': CSV_TYPE, ...headers });
const staged = async (vendor: Vendor) => (await vendor.call('GET', SYNC)).body.staffTransferred;
const held = ({ ctx }: Vendor) =>
  ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows(tx, 'select id from held_file where district_id = $1', [tx.districtId]),
  );

test('SYNC-2 SYNC-12 a payroll roster by a named mapping: 300 people, nine of them set aside', async () => {
  const rows = ROSTER.split('\r\n')
    .slice(1)
    .map((line) => line.split(','));
  const columns = guessColumns(HEADERS, rows, new Map(), { today: '2026-11-24' });
  const vendor = await started(ruled(columns.map(({ by, ...one }) => one)));
  const refused = await send(vendor, ROSTER);
  expect(refused).toMatchObject({ status: 422, body: { status: 422 } });
  expect(new Set(refused.body.errors.map(({ index }: { index: number }) => index)).size).toBe(9);
  expect(await staged(vendor)).toBe(0);
  const unknownSchool = refused.body.errors.find(({ column }: { column: string }) => column === 'Bldg');
  const line = ROSTER.split('\r\n').findIndex((text) => text.includes(',9999,')) + 1;
  expect(unknownSchool).toMatchObject({
    pointer: expect.stringMatching(/^\/\d+\/positions\/0\/schoolNumber$/),
    ...{ code: 'unknownSchool', line },
  });
  const answer = await send(vendor, ROSTER, '?mapping=Payroll&onInvalid=setAside');
  expect(answer).toMatchObject({ status: 200, body: { received: 300, staffTransferred: 291, setAside: 9 } });
  expect(await held(vendor)).toEqual([]);
});

test('SYNC-2 faulty rows name line and column; the error log has only them, without SSNs', async () => {
  const ssn = column('SSN', 'ssn');
  const vendor = await started({ ...MAPPING, columns: [...MAPPING.columns, ssn] });
  const answer = await send(
    vendor,
    `${HEAD},SSN,Shoe\n8/1/2020,1,"Brown, Ann",F,010,T1,,36\n8/1/2020,2,"Roe, Jo",Q,010,T1,123-45-6789,\n31/31/2020,1,"Brown, Ann",F,010,T2,,\n`,
  );
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([
    { pointer: '/0/gender', code: 'unknownGender', index: 0, staffNumber: '2', line: 3, column: 'Sex' },
    { pointer: '/1/positions/1/startDate', index: 1, staffNumber: '1', line: 4, column: 'Start' },
  ]);
  const [entry] = await vendor.errorLog();
  expect(entry).toMatchObject({ status: 422 });
  expect(JSON.parse(entry?.payload ?? '').map((one: { staffNumber: string }) => one.staffNumber)).toEqual([
    ...['2', '1'],
  ]);
  expect(JSON.stringify(entry)).not.toContain('6789');
});

test('SYNC-2 a workbook, and CSV as gzip; the columns that the mapping doesn’t name are a warning', async () => {
  const vendor = await started();
  const rows = [`${HEAD},Shoe`.split(','), ['8/1/2020', '1', 'Brown, Ann', 'Female', '10', 'T1', '36']];
  const answer = await send(vendor, workbookOf({ Staff: rows }), '?mapping=Payroll', {
    'content-type': XLSX_TYPE,
  });
  expect(answer).toMatchObject({ status: 200, body: { received: 1, staffTransferred: 1, setAside: 0 } });
  expect(answer.body.warnings[0]).toMatchObject({
    code: 'columnsLeftOut',
    message: expect.stringContaining('“Shoe”'),
  });
  const packed = gzipSync(`${HEAD}\n8/1/2020,2,"Roe, Jo",F,010,T1\n`);
  expect(await send(vendor, packed, '?mapping=Payroll', { 'content-encoding': 'gzip' })).toMatchObject({
    ...{ status: 200, body: { received: 1, staffTransferred: 2 } },
  });
  await vendor.call('POST', `${SYNC}/end`, { expectedStaff: 2 });
  const report: Answer = await working(vendor, vendor.call('POST', `${SYNC}/validate`));
  expect(report.body.summary.hrNotInCampus).toBe(2);
});

test('without a mapping the columns are the API’s properties', async () => {
  const vendor = await started();
  const head = 'staffNumber,lastName,firstName,gender';
  const places = ['schoolNumber', 'titleCode', 'startDate'].map((name) => `positions.1.${name}`);
  const text = `${[head, ...places]}\n1,Brown,Ann,F,010,T1,2020-08-01\n`;
  expect(await send(vendor, text, '')).toMatchObject({ status: 200, body: { received: 1 } });
  const other = await send(vendor, `${head},lastNmae\n2,Brown,Ann,F,x\n`, '');
  expect(other).toMatchObject({ status: 400, body: { errors: [{ code: 'unknownColumn' }] } });
});

test('an unknown mapping says where to make one, and its call can be repeated; a mapping of JSON is refused', async () => {
  const vendor = await started();
  const key = { 'idempotency-key': 'night' };
  const text = `${HEAD}\n8/1/2020,1,"Brown, Ann",F,010,T1\n`;
  const unknown = await send(vendor, text, '?mapping=Night', key);
  expect(unknown).toMatchObject({
    status: 404,
    body: { detail: expect.stringMatching(/no mapping “Night”.*Transfer Staff Via File Upload/) },
  });
  const { ctx } = vendor;
  await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, 'Night', MAPPING));
  expect(await send(vendor, text, '?mapping=Night', key)).toMatchObject({ status: 200 });
  const person = { staffNumber: '2', lastName: 'Roe', firstName: 'Jo', gender: 'F' };
  for (const type of ['application/json', 'application/x-ndjson'])
    expect(
      await send(vendor, JSON.stringify(person), '?mapping=Night', { 'content-type': type }),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/mapping' }] } });
  expect(await staged(vendor)).toBe(1);
});

test('a missing column is named; what is no table, and another state or run, stage nothing and hold nothing', async () => {
  const vendor = await started();
  expect(await send(vendor, 'Emp,Name,Sex,Bldg,Title\n1,"Brown, Ann",F,010,T1\n')).toMatchObject({
    status: 422,
    body: {
      detail: 'The file has no column “Start”, which the mapping uses.',
      errors: [{ code: 'columnsDiffer', column: 'Start' }],
    },
  });
  for (const query of ['', '?mapping=Payroll'])
    for (const body of ['', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'PK\x03\x04 no workbook']) {
      const sent = Buffer.from(body, 'latin1');
      const answer = await send(vendor, sent, query);
      expect([body, answer.status, answer.body.detail]).toEqual([body, 400, expect.any(String)]);
    }
  const other = await send(vendor, 'x', '?mapping=Payroll&runId=01900000-0000-7000-8000-000000000000');
  expect(other).toMatchObject({ status: 409, body: { errors: [{ code: 'anotherRun' }] } });
  expect(await send(await testVendor(api), 'x', '')).toMatchObject({ status: 409 });
  expect(await staged(vendor)).toBe(0);
  expect(await held(vendor)).toEqual([]);
});

test('a table with an Idempotency-Key is staged once; other bytes under it are refused', async () => {
  const vendor = await started();
  const key = { 'idempotency-key': 'feed' };
  const text = `${HEAD}\n8/1/2020,1,"Brown, Ann",F,010,T1\n`;
  const first = await send(vendor, text, '?mapping=Payroll', key);
  expect(first.status).toBe(200);
  const again = await send(vendor, text, '?mapping=Payroll', key);
  expect(again).toMatchObject({ status: 200, body: first.body });
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const changed = await send(vendor, text.replace('Ann', 'Anna'), '?mapping=Payroll', key);
  expect(changed.body.errors).toMatchObject([{ code: 'idempotencyKeyReused' }]);
  expect(await staged(vendor)).toBe(1);
});
