import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { textRows } from '../../../db/sql-text.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import type { Context } from '../../context.ts';
import { importCodes } from './import-codes.ts';
import type { CodeKind } from './kinds.ts';

const run = (ctx: Context, kind: CodeKind, text: string) =>
  importCodes(ctx, kind, Readable.from([Buffer.from(text)]));
const rows = (ctx: Context, text: string) =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows(tx, text, [ctx.district.id]));

test('schools: new ones are created, known ones changed, the same ones left, missing ones kept', async () => {
  const ctx = await testDistrict();
  const csv =
    'School Number;School Name;Type;Active;Phone\n001;Grand Bend High School;High School;yes;5\n010;Harrison HS;High School;no;\n011;Été School;;;\n';
  expect(await run(ctx, 'schools', csv)).toEqual({
    outcome: 'imported',
    created: 1,
    changed: 1,
    unchanged: 1,
  });
  expect(await run(ctx, 'schools', csv)).toEqual({
    outcome: 'imported',
    created: 0,
    changed: 0,
    unchanged: 3,
  });
  expect(
    await rows(
      ctx,
      `select school_number, name, type, active from school where district_id = $1 and school_number < '044' order by 1`,
    ),
  ).toEqual([
    { school_number: '000', name: 'Grand Bend ISD Central Office', type: 'District Office', active: true },
    { school_number: '001', name: 'Grand Bend High School', type: 'High School', active: true },
    { school_number: '010', name: 'Harrison HS', type: 'High School', active: false },
    { school_number: '011', name: 'Été School', type: null, active: true },
  ]);
});

test.each(['genders', 'assignment-codes', 'titles'] as const)(
  '%s have a code and a description',
  async (kind) => {
    const ctx = await testDistrict();
    expect(await run(ctx, kind, 'code,description\nZ1,One\nZ2,"Two, too"\n')).toEqual({
      outcome: 'imported',
      created: 2,
      changed: 0,
      unchanged: 0,
    });
    const table = { genders: 'gender', 'assignment-codes': 'assignment_code', titles: 'title' }[kind];
    expect(
      await rows(
        ctx,
        `select code, description, active from ${table} where district_id = $1 and code like 'Z%' order by 1`,
      ),
    ).toEqual([
      { code: 'Z1', description: 'One', active: true },
      { code: 'Z2', description: 'Two, too', active: true },
    ]);
  },
);

test('a file with errors changes nothing; every one has its line and column', async () => {
  const ctx = await testDistrict();
  const csv = `Code,Description,Active\nA1,Fine,yes\n,No code,\nA2,,\nA1,Again,\n${'9'.repeat(16)},Long,maybe\n`;
  expect(await run(ctx, 'genders', csv)).toEqual({
    outcome: 'refused',
    errors: [
      { line: 3, column: 'Code', message: 'The code is blank.' },
      { line: 4, column: 'Description', message: 'The description is blank.' },
      { line: 5, column: 'Code', message: '“A1” is already on line 2.' },
      { line: 6, column: 'Code', message: 'The code is longer than 15 characters.' },
      { line: 6, column: 'Active', message: 'Active must be yes or no.' },
    ],
  });
  expect(await rows(ctx, `select code from gender where district_id = $1 and code = 'A1'`)).toEqual([]);
});

test.each([
  ['code\nA\n', 'No column is the description'],
  ['Code,Number,Description\nA,B,C\n', '“Code” and “Number” are the same'],
  ['', 'empty'],
])('%j is no file of codes', async (text, said) => {
  await expect(run(await testDistrict(), 'titles', text)).rejects.toThrow(said);
});
