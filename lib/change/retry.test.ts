import { expect, test } from 'vitest';
import { CampusChanged } from './campus-changed.ts';
import { retryWhenCampusChanged, writeInHalves } from './retry.ts';

const refusal = Object.assign(new Error('too long'), { code: '22001' });

test('SYNC-9 the one item that can’t be written is found by halving, all others are written in order', async () => {
  const written: [number, string][] = [];
  const refused: [string, number, unknown][] = [];
  await writeInHalves(
    ['a', 'b', 'bad', 'd', 'e'],
    async (items, first) => {
      if (items.includes('bad')) throw refusal;
      items.forEach((item, i) => {
        written.push([first + i, item]);
      });
    },
    async (item, place, error) => void refused.push([item, place, error]),
    10,
  );
  expect(written).toEqual([
    [10, 'a'],
    [11, 'b'],
    [13, 'd'],
    [14, 'e'],
  ]);
  expect(refused).toEqual([['bad', 12, refusal]]);
});

test('an item whose person keeps changing is tried five times, then refused', async () => {
  let tries = 0;
  const refused: string[] = [];
  await writeInHalves(
    ['a'],
    async () => {
      tries += 1;
      throw new CampusChanged('again');
    },
    async (item) => void refused.push(item),
  );
  expect([tries, refused]).toEqual([5, ['a']]);
});

test('an error that is not about the data ends the batch', async () => {
  const away = Object.assign(new Error('away'), { code: '57P01' });
  const written = writeInHalves(
    ['a', 'b'],
    () => Promise.reject(away),
    () => Promise.resolve(),
  );
  await expect(written).rejects.toBe(away);
});

test('a foreign key whose other end was removed counts as a change of Campus', async () => {
  const gone = Object.assign(new Error('gone'), { code: '23503' });
  const attempts: number[] = [];
  const answer = await retryWhenCampusChanged(async (attempt) => {
    attempts.push(attempt);
    if (attempt < 3) throw gone;
    return 'done';
  });
  expect([answer, attempts]).toEqual(['done', [1, 2, 3]]);
});
