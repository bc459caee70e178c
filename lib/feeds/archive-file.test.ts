import { expect, test } from 'vitest';
import { archiveFile } from './archive-file.ts';
import type { SourceFile } from './source/source.ts';

const now = new Date('2026-11-24T08:30:00Z');
const TAKEN: SourceFile = { name: 'staff.csv', bytes: 10, modifiedAt: new Date('2026-11-24T08:00:00Z') };

/** The names that files get when `taken` is archived while `there` is in the folder. */
async function archived(taken: SourceFile, ...there: SourceFile[]): Promise<string[]> {
  const names: string[] = [];
  const source = {
    growing: true,
    list: async () => there,
    async *read() {},
    archive: async (_file: SourceFile, name: string) => void names.push(name),
    close: async () => {},
  };
  expect(await archiveFile({ now }, source, taken)).toBeNull();
  return names;
}

test('the file that was taken is moved, also if its time is not known any more', async () => {
  const moved = ['2026-11-24T083000 staff.csv'];
  expect(await archived(TAKEN, { ...TAKEN, name: 'other.csv' }, TAKEN)).toEqual(moved);
  expect(await archived({ ...TAKEN, modifiedAt: null }, TAKEN)).toEqual(moved);
});

test('a file that replaced it meanwhile stays for the next run, and one that is gone is no failure', async () => {
  expect(await archived(TAKEN, { ...TAKEN, bytes: 11 })).toEqual([]);
  expect(await archived(TAKEN, { ...TAKEN, modifiedAt: now })).toEqual([]);
  expect(await archived({ ...TAKEN, modifiedAt: null }, { ...TAKEN, bytes: 11 })).toEqual([]);
  expect(await archived(TAKEN)).toEqual([]);
});
