import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';
import { withConcurrency } from './with-concurrency.ts';

test('two lanes work side by side, and what awaits its turn is done in order', async () => {
  const [begun, ended]: number[][] = [[], []];
  const turn = inOrder();
  await withConcurrency(2, [0, 1, 2, 3, 4], (n) =>
    turn(async (before) => {
      begun?.push(n);
      // The earlier of two always takes longer.
      for (let pause = n % 2 === 0 ? 20 : 1; pause > 0; pause -= 1) await setImmediate();
      if (n === 0) expect(begun).toEqual([0, 1]);
      await before;
      ended?.push(n);
    }),
  );
  expect(ended).toEqual([0, 1, 2, 3, 4]);
});

test('a failure fails everything that waits for it', async () => {
  const ended: number[] = [];
  const turn = inOrder();
  const lanes = withConcurrency(2, [0, 1, 2], (n) =>
    turn(async (before) => {
      await setImmediate();
      if (n === 0) throw new Error('the first');
      await before;
      ended.push(n);
    }),
  );
  await expect(lanes).rejects.toThrow('the first');
  expect(ended).toEqual([]);
});
