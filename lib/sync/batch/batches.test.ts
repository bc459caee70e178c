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

test('SYNC-10 batches by weight are full with their last record and not before, and cover every record once, in order', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(calls, weights, fc.integer({ min: 1, max: 30 }), (staged, of, size) => {
      const weightOf = (place: number) => of[place % of.length] as number;
      const batches = [...batchesWithout(staged, size, () => false, weightOf)];
      const places = batches.map(({ ranges }) => ranges.flatMap(placesOf));
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(places.flat()).toEqual(Array.from({ length: total }, (_, i) => i));
      expect(batches.map(({ records }) => records)).toEqual(places.map(({ length }) => length));
      const weigh = (some: readonly number[]) => some.reduce((sum, place) => sum + weightOf(place), 0);
      for (const full of places.slice(0, -1)) {
        expect(weigh(full)).toBeGreaterThanOrEqual(size);
        expect(weigh(full.slice(0, -1))).toBeLessThan(size);
      }
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
