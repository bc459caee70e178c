import { expect, test } from 'vitest';
import { findFile, matches } from './find-file.ts';
import type { Source, SourceFile } from './source.ts';

const file = (name: string, minute = 0, bytes = 10): SourceFile => ({
  ...{ name, bytes },
  modifiedAt: new Date(Date.UTC(2026, 10, 24, 2, minute)),
});
/** Each look sees the next of these lists, then the last one again. */
function source(...looks: SourceFile[][]): Source {
  let look = 0;
  return {
    growing: true,
    list: async () => looks[Math.min(look++, looks.length - 1)] ?? [],
    async *read() {},
    close: async () => {},
  };
}
const found = async (...looks: SourceFile[][]) => (await findFile(source(...looks), 'staff*.csv', 0)).name;

test.each([
  ['staff.csv', 'staff.csv', true],
  ['STAFF-1.CSV', 'staff*.csv', true],
  ['staff.csv', 'staff?.csv', false],
  ['staff12.csv', 'staff??.csv', true],
  ['staff.csv.bak', '*.csv', false],
  ['a+b(1).csv', 'a+b(1).csv', true],
  ['axb.csv', 'a.b*', false],
  ['', '*', true],
  ['a'.repeat(5_000), `${'*a'.repeat(50)}b`, false],
])('%s by %s', (name, pattern, expected) => expect(matches(name, pattern)).toBe(expected));

test('the newest file of the name is taken', async () => {
  expect(await found([file('staff-1.csv', 1), file('staff-2.csv', 2), file('other.csv', 9)])).toBe(
    'staff-2.csv',
  );
});

test('a file that grows or is touched is looked at until it rests', async () => {
  expect(await found([file('staff.csv', 1, 5)], [file('staff.csv', 1, 9)], [file('staff.csv', 1, 9)])).toBe(
    'staff.csv',
  );
  const growing = Array.from({ length: 30 }, (_, n) => [file('staff.csv', 1, n)]);
  await expect(found(...growing)).rejects.toThrow('still being written');
  const touched = Array.from({ length: 30 }, (_, n) => [file('staff.csv', n, 5)]);
  await expect(found(...touched)).rejects.toThrow('still being written');
});

test.each([
  'staff.csv.part',
  'staff.csv.tmp',
  '.staff.csv',
  'staff.csv~',
  'staff.csv.filepart',
  '~staff.csv',
])('%s is half of a file', async (name) => {
  await expect(found([file(name)])).rejects.toThrow('still being written');
  expect(await found([file(name, 9), file('staff-1.csv', 1)])).toBe('staff-1.csv');
});

test('no file of the name is missing', async () => {
  await expect(found([])).rejects.toThrow('No file matches “staff*.csv”');
  await expect(found([file('other.csv.part')])).rejects.toThrow('No file matches');
});
