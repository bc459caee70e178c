import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { open, type Place, seal } from './envelope.ts';
import { cryptoKeys, keyIdOf } from './keys.ts';

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
  expect(new Set(seals.map((hex) => hex.slice(12, 36))).size).toBe(3000);
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

const oldKey = randomBytes(32);
const index = { campusIndexKey: randomBytes(32) };
const before = cryptoKeys({ campusKey: oldKey, ...index });
const rotating = cryptoKeys({
  campusKey: randomBytes(32),
  campusKeyOld: [randomBytes(32), oldKey],
  ...index,
});

/** As Campus sealed before keys had ids: the key itself, version 1. */
function sealVersion1(key: Buffer, { table, column, districtId, rowId }: Place, text: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from([1, table, column, districtId, rowId].join('\0')));
  return Buffer.concat([Buffer.of(1), nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

test('a value names the key it was sealed with, and opens while that key is among the old ones', () => {
  const sealed = seal(before, place, '123456789');
  expect(keyIdOf(sealed)).toBe(before.encryption.current.id);
  expect(open(rotating, place, sealed)).toBe('123456789');
  expect(keyIdOf(seal(rotating, place, '123456789'))).toBe(rotating.encryption.current.id);
});

test('without its key a value does not open, and the error names the key', () => {
  const sealed = seal(before, place, '123456789');
  const other = cryptoKeys({ campusKey: randomBytes(32), ...index });
  expect(() => open(other, place, sealed)).toThrow(before.encryption.current.id);
});

test.each([
  ['the current key', before],
  ['an old key', rotating],
])('a value of version 1 opens with %s', (_, keys) => {
  expect(open(keys, place, sealVersion1(oldKey, place, '123456789'))).toBe('123456789');
  expect(() => open(keys, { ...place, rowId: 'other' }, sealVersion1(oldKey, place, '1'))).toThrow();
});

test('each district has a key of its own', () => {
  const { current } = before.encryption;
  expect(current.ofDistrict('a').equals(current.ofDistrict('b'))).toBe(false);
  expect(current.ofDistrict('a').equals(before.index.current.ofDistrict('a'))).toBe(false);
  expect(current.ofDistrict('a').equals(current.raw)).toBe(false);
});

test('a thousand districts and more keep their keys', () => {
  const sealed = seal(before, place, '123456789');
  for (let n = 0; n < 1_500; n += 1) seal(before, { ...place, districtId: `district-${n}` }, 'x');
  expect(open(before, place, sealed)).toBe('123456789');
});

test('one setting used for both keys still makes two', () => {
  const both = cryptoKeys({ campusKey: oldKey, campusIndexKey: oldKey });
  expect(both.encryption.current.id).not.toBe(both.index.current.id);
});
