import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayLiteral } from './array.ts';

test('an array literal quotes what Postgres would read otherwise', () => {
  expect(arrayLiteral([])).toBe('{}');
  expect(arrayLiteral(['a', null, 'NULL', '', '{x,y}', 'say "no"', 'back\\slash'])).toBe(
    '{"a",NULL,"NULL","","{x,y}","say \\"no\\"","back\\\\slash"}',
  );
  expect(arrayLiteral([true, false, 3, Buffer.from('ff00', 'hex')])).toBe('{t,f,3,"\\\\xff00"}');
});

test('one literal has as many elements as cells, whatever the texts hold', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const inner = arrayLiteral(texts).slice(1, -1);
      const elements = inner.match(/"(?:[^"\\]|\\.)*"/gs) ?? [];
      const read = elements.map((element) => element.slice(1, -1).replace(/\\(.)/gs, '$1'));
      expect(read).toEqual(texts);
    }),
  );
});
