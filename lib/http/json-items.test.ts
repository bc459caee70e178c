import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unreadable } from '../failure.ts';
import { jsonItems } from './json-items.ts';

async function* chunks(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function read(text: string, size = 7) {
  const items = [];
  for await (const { bytes, line } of jsonItems(chunks(text, size), 'staffMembers'))
    items.push({ value: JSON.parse(Buffer.from(bytes).toString()), line });
  return items;
}

test('the items are those that JSON.parse finds, however written, wrapped and cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.constantFrom(undefined, 2, '\t'),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      async (list, space, wrapped, size) => {
        const text = JSON.stringify(wrapped ? { staffMembers: list } : list, null, space);
        expect((await read(text, size)).map(({ value }) => JSON.stringify(value))).toEqual(
          list.map((value) => JSON.stringify(value)),
        );
      },
    ),
  );
});

test('an item’s line is where it begins', async () => {
  expect((await read('\uFEFF[\n1,\n\n{"a":\n2},3]')).map(({ line }) => line)).toEqual([2, 4, 5]);
});

describe('what is no such list is refused', () => {
  test.each([
    ['nothing', ''],
    ['an object', '{"staffNumber":"1"}'],
    ['another member', '{"staff":[1]}'],
    ['a list within a list’s object', '{"a":{"staffMembers":[1]}}'],
    ['a string', '"[1]"'],
    ['a list that does not end', '[1,2'],
    ['an item that does not end', '[{"a":1,2]'],
    ['an empty item', '[1,,2]'],
    ['a comma at the end', '[1,]'],
    ['more after it', '[1] [2]'],
    ['a second member', '{"staffMembers":[1],"more":1}'],
    ['an object that is not closed', '{"staffMembers":[1]'],
    ['a brace too many', '[1]}'],
  ])('%s', async (_, text) => {
    await expect(read(text)).rejects.toThrow(Unreadable);
  });
});
