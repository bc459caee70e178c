import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretches } from './stretches.ts';

const calls = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }).map((sizes) => {
  let firstSeq = 0;
  return sizes.map((records, i) => {
    const call = { id: `call ${i}`, firstSeq, records };
    firstSeq += records;
    return call;
  });
});

test('SYNC-10 stretches cover every staged record once, in order, whatever the calls were', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 30 }), (staged, size) => {
      const seen = [...stretches(staged, size)].flatMap((stretch) =>
        stretch.parts.flatMap((part) =>
          Array.from({ length: part.to - part.from }, (_, i) => part.firstSeq + part.from + i),
        ),
      );
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(seen).toEqual(Array.from({ length: total }, (_, i) => i));
    }),
  );
});

test('a thousand calls of one person each are batches too, all full but the last', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 30 }), (staged, size) => {
      const sizes = [...stretches(staged, size)].map((stretch) => stretch.records);
      expect(sizes.slice(0, -1).every((length) => length === size)).toBe(true);
      expect(sizes.at(-1) ?? 1).toBeGreaterThan(0);
    }),
  );
});
