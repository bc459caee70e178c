import { beforeEach, expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import type { FileMapping } from '../../record/csv/meaning.ts';
import { keepUsedMapping } from './keep-mapping.ts';
import { removeFileValue, saveFileValue, valuesOfMappings } from './mapped-values.ts';
import { namedMapping } from './named-mapping.ts';

let ctx: Context;
beforeEach(async () => {
  ctx = await testDistrict();
  await ctx.db.inDistrict(ctx.district.id, (tx) => keepUsedMapping(ctx, tx, 'Payroll', MAPPING));
});

const MAPPING: FileMapping = {
  reading: { headerRow: 2 },
  columns: [{ header: 'Sex', property: 'gender', dates: 'iso', blanks: 'erase' }],
  fixed: [{ property: 'positions.1.titleCode', value: 'T1' }],
  values: [{ kind: 'genders', value: 'W', code: 'F' }],
};
const name = 'Payroll';
const values = async () => (await valuesOfMappings(ctx))[0]?.values;

test('a value of files is mapped, changed, ignored and removed: each a version that keeps the rest, in the audit log', async () => {
  expect(await saveFileValue(ctx, { name, kind: 'schools', value: '15', code: '010' })).toEqual({
    version: 2,
  });
  expect(await saveFileValue(ctx, { name, kind: 'genders', value: 'W', code: 'X' })).toEqual({ version: 3 });
  expect(await saveFileValue(ctx, { name, kind: 'schools', value: '15', code: null })).toEqual({
    version: 4,
  });
  expect(await values()).toEqual([
    { kind: 'genders', value: 'W', code: 'X' },
    { kind: 'schools', value: '15', code: null },
  ]);
  expect(await removeFileValue(ctx, { name, kind: 'genders', value: 'W' })).toEqual({ version: 5 });
  expect((await namedMapping(ctx, name)).mapping).toEqual({
    ...MAPPING,
    values: [{ kind: 'schools', value: '15', code: null }],
  });
  const events = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ detail: object }>(
      tx,
      "select detail from audit_event where district_id = $1 and action = 'sync.mapping' order by occurred_at, id",
      [tx.districtId],
    ),
  );
  expect(events.map(({ detail }) => detail)).toEqual([
    { version: 1 },
    { version: 2, kind: 'schools', value: '15', after: '010' },
    { version: 3, kind: 'genders', value: 'W', after: 'X' },
    { version: 4, kind: 'schools', value: '15', after: null },
    { version: 5, kind: 'genders', value: 'W', removed: true },
  ]);
});

test('the same once more is no version; what is not there is refused', async () => {
  expect(await saveFileValue(ctx, { name, kind: 'genders', value: 'W', code: 'F' })).toEqual({ version: 1 });
  await expect(saveFileValue(ctx, { name, kind: 'genders', value: 'W', code: 'Q' })).rejects.toThrow(
    'Campus does not have the gender Q',
  );
  await expect(removeFileValue(ctx, { name, kind: 'schools', value: 'W' })).rejects.toThrow(/removed/);
  await expect(saveFileValue(ctx, { name: 'Other', kind: 'genders', value: 'W', code: 'F' })).rejects.toThrow(
    'no mapping “Other”',
  );
});

test('another district neither sees nor changes them', async () => {
  const other = await testDistrict();
  expect(await valuesOfMappings(other)).toEqual([]);
  await expect(saveFileValue(other, { name, kind: 'genders', value: 'W', code: 'X' })).rejects.toThrow(
    'no mapping “Payroll”',
  );
  expect(await values()).toEqual(MAPPING.values);
});

test('two who save at once make two versions', async () => {
  const saved = await Promise.all(
    ['a', 'b', 'c'].map((value) => saveFileValue(ctx, { name, kind: 'genders', value, code: 'F' })),
  );
  expect(saved.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
  expect(await values()).toHaveLength(4);
});
