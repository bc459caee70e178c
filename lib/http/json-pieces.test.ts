import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure, TooLarge } from '../failure.ts';
import { canonicalDigest } from './canonical-json.ts';
import { MAX_DEPTH, parseJson } from './json.ts';
import { readJson, readPieces } from './json-pieces.ts';

type Outcome = { value: unknown } | { errors: unknown };
const outcome = async (read: () => unknown): Promise<Outcome> => {
  try {
    return { value: await read() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { errors: error.errors };
  }
};
const inPieces = (text: string) => outcome(() => readPieces(Buffer.from(text)));
const atOnce = (text: string) => outcome(() => parseJson(Buffer.from(text)));

describe('a body read in pieces is the body read at once', () => {
  test.each([
    '[]',
    '{}',
    ' [ 1 , "a,]" , [ [ 2 ] ] , {"b":[1]} ] ',
    '{"staffMembers":[{"a":1},{"a":[1,2]}],"b":{"c":"}"}}',
    '"text"',
    '12.5e3',
    '\ufeff{"a":[1]}',
    '{"__proto__":[1],"constructor":2}',
  ])('%s', async (text) => {
    expect(await inPieces(text)).toEqual(await atOnce(text));
  });

  test.each([
    '{"a":[\n1,\n{"b":1,"b":2}]}',
    '{"a":[1,{"b":"\\u0000"}],"c":1}',
    '[\n {"x":\n ["\\ud83d"]}]',
    '{"a":1,"a":2}',
    '{"a":[1 2]}',
    '[1,]',
    '{"a":1,}',
    '{"a" 1}',
    '[1] 2',
    '[{"a":01}]',
    '{"a":["b',
    '[1',
    '{"a":',
    '[,1]',
    '{1:2}',
    `{"a":[${'['.repeat(MAX_DEPTH)}`,
  ])('the same fault at the same place: %s', async (text) => {
    const { errors } = (await inPieces(text)) as { errors: unknown };
    expect(errors).toEqual(((await atOnce(text)) as { errors: unknown }).errors);
  });

  test('whatever JSON.stringify writes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 6 }),
        fc.integer({ min: 0, max: 4 }),
        async (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          expect(await inPieces(text)).toEqual(await atOnce(text));
        },
      ),
    );
  });

  test('a text that is no JSON is refused, too, and no other', async () => {
    const token = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '1', '-', 'null', 'tru', ' ', '\t"'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(token, { maxLength: 10 }), async (tokens) => {
        const text = tokens.join('');
        expect('value' in (await inPieces(text))).toBe('value' in (await atOnce(text)));
      }),
      { numRuns: 3_000 },
    );
  });
});

test('other work has its turn while a large body is read and hashed', async () => {
  const one = `{"positions":[${'{"a":1},'.repeat(190)}1]}`;
  const bytes = Buffer.from(`{"staffMembers":[${`${one},`.repeat(8_000)}1]}`);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await canonicalDigest(await readJson(bytes));
  clearInterval(timer);
  // Read at once, the body would leave none. How long a turn takes is a matter of bench/, not of a test.
  expect(turns).toBeGreaterThan(10);
});

test.each([
  ['a list of millions', `[${'1,'.repeat(7_000_000)}1]`],
  ['an entry above 1 MiB', `{"a":["${'x'.repeat(2 * 1024 * 1024)}"]}`],
])('%s is too large', async (_name, text) => {
  await expect(readJson(Buffer.from(text))).rejects.toBeInstanceOf(TooLarge);
});

test('the digest tells values apart, not spellings', async () => {
  const digest = async (text: string) => (await canonicalDigest(JSON.parse(text))).toString('hex');
  const same = ['{"a":[1,{"b":2,"c":[]}],"d":"x"}', '{ "d":"\\u0078", "a":[1.0,{"c":[],"b":2}] }'];
  expect(await digest(same[0] as string)).toBe(await digest(same[1] as string));
  const others = ['{"a":[1,{"b":2,"c":{}}],"d":"x"}', '{"a":[1],"d":"x"}', '["a",1]', '{"a":1}', '[]', '{}'];
  const digests = await Promise.all([same[0] as string, ...others].map(digest));
  expect(new Set(digests).size).toBe(digests.length);
});
