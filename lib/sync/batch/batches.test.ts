import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf, batchesWithout, type LineRange } from './batches.ts';

const calls = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }).map((sizes) => {
  let firstSeq = 0;
  return sizes.map((records, i) => {
    const call = { id: `call ${i}`, firstSeq, records };
    firstSeq += records;
    return call;
  });
});

const placesOf = ({ firstSeq, from, to }: LineRange): number[] =>
  Array.from({ length: to - from }, (_, i) => firstSeq + from + i);

test('SYNC-10 batches cover every staged record once, in order, whatever the calls were', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 30 }), (staged, size) => {
      const seen = [...batchesOf(staged, size)].flatMap((batch) => batch.ranges.flatMap(placesOf));
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(seen).toEqual(Array.from({ length: total }, (_, i) => i));
    }),
  );
});

test('SYNC-10 what is left without some places is built into full batches: nothing is lost, nothing comes twice', () => {
  const passed = fc.array(fc.nat(1000)).map((places) => new Set(places));
  fc.assert(
    fc.property(calls, passed, fc.integer({ min: 1, max: 30 }), (staged, places, size) => {
      const batches = [...batchesWithout(staged, size, (place) => places.has(place))];
      expect(batches.slice(0, -1).every(({ records }) => records === size)).toBe(true);
      const left = batches.flatMap((batch) => batch.ranges.flatMap(placesOf));
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(left).toEqual(Array.from({ length: total }, (_, i) => i).filter((i) => !places.has(i)));
    }),
  );
});

test('a thousand calls of one person each are batches too, all full but the last', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 30 }), (staged, size) => {
      const sizes = [...batchesOf(staged, size)].map((batch) => batch.records);
      expect(sizes.slice(0, -1).every((length) => length === size)).toBe(true);
      expect(sizes.at(-1) ?? 1).toBeGreaterThan(0);
    }),
  );
});
