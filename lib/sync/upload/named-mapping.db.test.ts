import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { SentBytes } from '../../http/sent-bytes.ts';
import { SentTable } from '../../http/sent-table.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import { startSync } from '../run/start.ts';
import { keepUsedMapping } from './keep-mapping.ts';
import { listMappings, namedMapping, removeMapping } from './named-mapping.ts';
import { transferTable } from './transfer-table.ts';

let ctx: Context;
beforeEach(async () => {
  ctx = await testDistrict();
  await startSync(ctx);
});

const column = (header: string, property: string | null) => ({ header, property, dates: 'mdy' as const });
const MAPPING: FileMapping = {
  reading: {},
  columns: [
    column('Emp', 'staffNumber'),
    column('Name', 'fullName.lastFirst'),
    column('Sex', 'gender'),
    column('Bldg', 'positions.1.schoolNumber'),
    column('Start', 'positions.1.startDate'),
    column('Notes', null),
  ],
  fixed: [{ property: 'positions.1.titleCode', value: 'T1' }],
  values: [
    { kind: 'genders', value: 'W', code: 'F' },
    { kind: 'schools', value: 'Closed', code: null },
  ],
};
const keep = (mapping: FileMapping, name: string | null = 'Payroll', of = ctx) =>
  of.db.inDistrict(of.district.id, (tx) => keepUsedMapping(of, tx, name, mapping));
const stage = (text: string, mapping: string) => {
  const request = new Request('https://campus.example.org', {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: text,
  });
  return transferTable(ctx, new SentTable(new SentBytes(request)), { mapping, onInvalid: 'setAside' });
};
const rowsOf = <R>(text: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<R>(tx, text, [tx.districtId]));

test('SYNC-12 a file is staged by a named mapping, in another order of columns; values as chosen, ignored rows left out; what is new is named, and nothing is left held', async () => {
  await keep(MAPPING);
  const text =
    'Sex,Start,Emp,Name,Bldg,Shoe\nW,8/1/2020,1,"Brown, Ann",010,36\nFemale,8/1/2020,2,"Roe, Jo",Closed,\nQ,8/1/2020,3,"Doe, Al",10,\n';
  expect(await stage(text, 'Payroll')).toMatchObject({
    ...{ received: 2, setAside: 1, staffTransferred: 1 },
    warnings: [{ code: 'columnsLeftOut', message: expect.stringContaining('Shoe') }, { code: 'setAside' }],
  });
  const staged = await rowsOf<{ record: string }>('select record from staged_staff where district_id = $1');
  expect(JSON.parse(staged[0]?.record ?? '')).toMatchObject({
    staffNumber: '1',
    demographics: { lastName: 'Brown', firstName: 'Ann', gender: 'F' },
    positions: [{ schoolNumber: '010', titleCode: 'T1', startDate: '2020-08-01' }],
  });
  expect(await rowsOf('select id from held_file where district_id = $1')).toEqual([]);
});

test('another district’s mapping is not found', async () => {
  const other = await testDistrict();
  await keep(MAPPING, 'Payroll', other);
  await expect(stage('x\n', 'Payroll')).rejects.toThrow('no mapping “Payroll”');
});

test('each save under a name is a new version, in the audit log; the same once more is none', async () => {
  expect(await keep(MAPPING)).toEqual({ name: 'Payroll', version: 1 });
  expect(await keep(structuredClone(MAPPING))).toEqual({ name: 'Payroll', version: 1 });
  expect(await keep({ ...MAPPING, values: [] })).toEqual({ name: 'Payroll', version: 2 });
  expect(await keep(MAPPING, null)).toBeNull();
  expect(await keep(MAPPING)).toEqual({ name: 'Payroll', version: 3 });
  expect((await namedMapping(ctx, 'Payroll')).mapping).toEqual(MAPPING);
  expect(await listMappings(ctx)).toMatchObject([{ name: 'Payroll', version: 3, columns: 6 }]);
  const events = await rowsOf<{ target: string; detail: object }>(
    "select target, detail from audit_event where district_id = $1 and action = 'sync.mapping' order by occurred_at, id",
  );
  expect(events.map(({ target, detail }) => [target, detail])).toEqual(
    [1, 2, 3].map((version) => ['Payroll', { version }]),
  );
  await removeMapping(ctx, 'Payroll');
  expect(await listMappings(ctx)).toEqual([]);
});
