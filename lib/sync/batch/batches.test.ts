import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Gathering, type Part, stretches, without } from './batches.ts';

const calls = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 }).map((sizes) => {
  let firstSeq = 0;
  return sizes.map((records, i) => {
    const call = { id: `call ${i}`, firstSeq, records };
    firstSeq += records;
    return call;
  });
});

const placesOf = ({ firstSeq, from, to }: Part): number[] =>
  Array.from({ length: to - from }, (_, i) => firstSeq + from + i);

test('SYNC-10 stretches cover every staged record once, in order, whatever the calls were', () => {
  fc.assert(
    fc.property(calls, fc.integer({ min: 1, max: 30 }), (staged, size) => {
      const seen = [...stretches(staged, size)].flatMap((stretch) => stretch.parts.flatMap(placesOf));
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(seen).toEqual(Array.from({ length: total }, (_, i) => i));
    }),
  );
});

test('SYNC-10 what is left of the stretches is gathered into full ones: none is lost, none comes twice', () => {
  const passed = fc.array(fc.nat(1000)).map((places) => new Set(places));
  fc.assert(
    fc.property(calls, passed, fc.integer({ min: 1, max: 30 }), (staged, places, size) => {
      const gathering = new Gathering(size);
      const full = [...stretches(staged, size)]
        .flatMap((stretch) => without(stretch, (place) => places.has(place)))
        .flatMap((part) => gathering.add(part));
      expect(full.every(({ records }) => records === size)).toBe(true);
      const left = [...full, ...gathering.rest()].flatMap((stretch) => stretch.parts.flatMap(placesOf));
      const total = staged.reduce((sum, call) => sum + call.records, 0);
      expect(left).toEqual(Array.from({ length: total }, (_, i) => i).filter((i) => !places.has(i)));
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
