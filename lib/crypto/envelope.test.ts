import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { open, type Place, seal } from './envelope.ts';
import { cryptoKeys } from './keys.ts';

const someKeys = () => cryptoKeys({ campusKey: randomBytes(32), campusIndexKey: randomBytes(32) });
const keys = someKeys();
const place: Place = {
  table: 'person',
  column: 'ssn_cipher',
  districtId: '0190aaaa-0000-7000-8000-000000000001',
  rowId: '0190bbbb-0000-7000-8000-000000000002',
};

test('whatever is sealed opens in its place, and nothing of it can be read before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), (text) => {
      const sealed = seal(keys, place, text);
      expect(open(keys, place, sealed)).toBe(text);
      expect(sealed.includes(text)).toBe(false);
    }),
  );
});

test('two seals of one text differ in every part', () => {
  const seals = Array.from({ length: 3000 }, () => seal(keys, place, '123456789').toString('hex'));
  expect(new Set(seals).size).toBe(3000);
  expect(new Set(seals.map((hex) => hex.slice(2, 26))).size).toBe(3000);
});

test.each(Object.keys(place) as (keyof Place)[])('a value moved to another %s does not open', (part) => {
  const sealed = seal(keys, place, '123456789');
  expect(() => open(keys, { ...place, [part]: `${place[part]}x` }, sealed)).toThrow('does not open here');
});

test('parts of a place can not be shifted into each other', () => {
  const sealed = seal(keys, { ...place, table: 'a', column: 'bc' }, '123456789');
  expect(() => open(keys, { ...place, table: 'ab', column: 'c' }, sealed)).toThrow('does not open here');
});

test('another key, or any changed or missing byte, does not open', () => {
  const sealed = seal(keys, place, '123456789');
  expect(() => open(someKeys(), place, sealed)).toThrow();
  for (let i = 0; i < sealed.length; i += 1) {
    const changed = Buffer.from(sealed);
    changed[i] = (changed[i] as number) ^ 1;
    expect(() => open(keys, place, changed)).toThrow();
    expect(() => open(keys, place, sealed.subarray(0, i))).toThrow();
  }
});
