import { expect, test } from 'vitest';
import { inBatches } from './in-batches.ts';

const batchesOf = async (count: number, size: number): Promise<{ batches: number[][]; reads: number }> => {
  let reads = 0;
  const read = async (last: number | undefined): Promise<number[]> => {
    reads += 1;
    const first = last === undefined ? 0 : last + 1;
    return Array.from({ length: Math.min(size, count - first) }, (_, i) => first + i);
  };
  const batches: number[][] = [];
  for await (const batch of inBatches(size, read)) batches.push(batch);
  return { batches, reads };
};

test.each([
  [0, [], 1],
  [2, [[0, 1]], 1],
  [3, [[0, 1, 2]], 2],
  [4, [[0, 1, 2], [3]], 2],
])(
  '%i items in batches of three: none is lost, none is empty, a short one is the last',
  async (count, batches, reads) => {
    expect(await batchesOf(count, 3)).toEqual({ batches, reads });
  },
);
