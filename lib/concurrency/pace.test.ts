import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

/** A pace with batches that end when they are told to. */
function paced(called: () => boolean) {
  const pace = new Pace(async () => called());
  const [begun, ends]: [number[], Map<number, () => void>] = [[], new Map()];
  const begin = (n: number) =>
    pace.work(async () => {
      begun.push(n);
      const { promise, resolve } = Promise.withResolvers<void>();
      ends.set(n, resolve);
      await promise;
    });
  const end = async (n: number) => {
    ends.get(n)?.();
    await setImmediate();
  };
  return { begin, end, begun };
}

test('while nobody calls, all batches work side by side', async () => {
  const { begin, begun } = paced(() => false);
  for (const n of [1, 2, 3]) void begin(n);
  await setImmediate();
  expect(begun).toEqual([1, 2, 3]);
});

test('while somebody calls, one batch works at a time, in the order they asked', async () => {
  const { begin, end, begun } = paced(() => true);
  for (const n of [1, 2, 3]) void begin(n);
  await setImmediate();
  expect(begun).toEqual([1]);
  await end(1);
  expect(begun).toEqual([1, 2]);
  await end(2);
  expect(begun).toEqual([1, 2, 3]);
});

test('batches that were begun go on when somebody calls, and the others follow when nobody does any more', async () => {
  let called = false;
  const { begin, end, begun } = paced(() => called);
  for (const n of [1, 2]) void begin(n);
  await setImmediate();
  called = true;
  for (const n of [3, 4, 5]) void begin(n);
  await setImmediate();
  expect(begun).toEqual([1, 2]);
  await end(1);
  expect(begun).toEqual([1, 2]);
  await end(2);
  expect(begun).toEqual([1, 2, 3]);
  called = false;
  await end(3);
  expect(begun).toEqual([1, 2, 3, 4, 5]);
});

test('a failed batch makes room, and its error is the caller’s', async () => {
  const pace = new Pace(async () => true);
  const failed = pace.work(() => Promise.reject(new Error('this batch')));
  const next = pace.work(async () => 'the next');
  await expect(failed).rejects.toThrow('this batch');
  expect(await next).toBe('the next');
});
