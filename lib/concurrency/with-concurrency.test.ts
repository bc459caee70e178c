import { expect, test } from 'vitest';
import { withConcurrency } from './with-concurrency.ts';

test('every item is worked once, no more than the lanes at a time', async () => {
  const done: number[] = [];
  let busy = 0;
  let most = 0;
  await withConcurrency(2, [1, 2, 3, 4, 5], async (item) => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise(setImmediate);
    busy -= 1;
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});

test('a failure stops the lanes after what they have, and is thrown once nobody works any more', async () => {
  const started: number[] = [];
  let busy = 0;
  const work = async (item: number) => {
    started.push(item);
    busy += 1;
    await new Promise(setImmediate);
    busy -= 1;
    if (item === 2) throw new Error('two');
  };
  await expect(withConcurrency(2, [1, 2, 3, 4, 5, 6, 7, 8], work)).rejects.toThrow('two');
  expect(busy).toBe(0);
  expect(started.length).toBeLessThan(6);
});
