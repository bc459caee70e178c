import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFeed } from './feed.ts';
import { firstMapping } from './mapping.ts';

const ROSTER = join(import.meta.dirname, '../../lib/staff-file/testing/roster.csv');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campus-mapping-'));
});
afterAll(() => rm(folder, { recursive: true }));
const written = async (name: string, text: string) => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

test('a first mapping knows the columns of a payroll roster', async () => {
  const { columns } = await firstMapping(ROSTER);
  expect(columns.filter(({ property }) => property === null)).toEqual([]);
  expect(columns[0]).toMatchObject({ header: 'Emp #', property: 'staffNumber' });
});

test('a file is read by a mapping, its values as the mapping has them', async () => {
  const file = await written('staff.csv', 'Sex,Emp #,Last,First\nMale,1,Brown,Bo\nX,2,Roe,Jo\n');
  const { columns } = await firstMapping(file);
  const values = [
    { kind: 'genders', value: 'Male', code: 'M' },
    { kind: 'genders', value: 'X', code: null },
  ];
  const map = await written('map.json', JSON.stringify({ columns, values }));
  expect(await Array.fromAsync(readFeed(file, { map }), ({ record }) => record)).toEqual([
    { staffNumber: '1', lastName: 'Brown', firstName: 'Bo', gender: 'M' },
  ]);
});

test.each([
  ['no JSON', 'x', "can't be read"],
  ['no mapping', '{"columns":[{"header":1}]}', 'is no mapping'],
  [
    'of another file',
    '{"columns":[{"header":"Nr","property":"staffNumber","dates":"iso"}]}',
    'has no column Nr',
  ],
])('a mapping that is %s is refused', async (_, text, message) => {
  const map = await written('bad.json', text);
  const file = await written('staff.csv', 'Emp #,Last\n1,Brown\n');
  await expect(Array.fromAsync(readFeed(file, { map }))).rejects.toThrow(message);
});
