import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

const read = (text: string) => canonicalJson(JSON.parse(text));

test.each([
  ['key order', '{"a":1,"b":{"c":2,"d":3}}', '{"b":{"d":3,"c":2},"a":1}'],
  ['blanks', '{"a":[1,2]}', ' { "a" : [ 1 ,\n2 ] }\n'],
  ['escapes', '"é/\\""', '"\\u00e9\\/\\u0022"'],
  ['numbers', '[1,100,0]', '[1.0,1e2,-0]'],
])('the same value in another writing: %s', (_kind, one, other) => {
  expect(read(one)).toBe(read(other));
});

test.each([
  ['the order of a list', '[1,2]', '[2,1]'],
  ['a number and its text', '1', '"1"'],
  ['null and left out', '{"a":null}', '{}'],
  ['null and a number that is too large', 'null', '1e999'],
  ['two numbers that are too large', '1e999', '-1e999'],
  ['composed and decomposed', '"\u00e9"', '"e\u0301"'],
  ['a blank within a text', '"a b"', '"ab"'],
])('another value: %s', (_kind, one, other) => {
  expect(read(one)).not.toBe(read(other));
});

test('a value and its text agree, for all values', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(read(JSON.stringify(one, null, 2))).toBe(canonicalJson(one));
      const same =
        JSON.stringify(JSON.parse(canonicalJson(one))) === JSON.stringify(JSON.parse(canonicalJson(other)));
      expect(canonicalJson(one) === canonicalJson(other)).toBe(same);
    }),
  );
});
