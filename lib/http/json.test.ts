import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TooLarge, Unreadable } from '../failure.ts';
import { MAX_DEPTH, parseJson } from './json.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

function refusal(bytes: string | Uint8Array): { code: string; pointer: string; message: string } {
  try {
    parseJson(Buffer.from(bytes as string));
  } catch (error) {
    if (error instanceof Unreadable && error.errors[0]) return error.errors[0];
    throw error;
  }
  throw new Error('was accepted');
}

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('what is refused says what and where', () => {
  const cases: [text: string, code: string, pointer: string, words: string][] = [
    ['', 'badJson', '', 'the text ends where a value is expected at line 1, column 1.'],
    ['{"a":1,}', 'badJson', '', 'expected a property name in double quotes at line 1, column 8.'],
    ['{"a" 1}', 'badJson', '/a', 'expected a colon'],
    ['{"a":[1,\n  x]}', 'badJson', '/a/1', 'expected a value at line 2, column 3 (in /a/1).'],
    ['[1 2]', 'badJson', '', 'expected a comma or ]'],
    ['[1] 2', 'badJson', '', 'expected the end of the text'],
    ['{"a":"b\nc"}', 'badJson', '/a', 'without raw control characters'],
    ['{"a":"b', 'badJson', '/a', 'closed by "'],
    ['{"a":01}', 'badJson', '', 'expected a comma or }'],
    ["{'a':1}", 'badJson', '', 'a property name in double quotes'],
    ['[NaN]', 'badJson', '/0', 'expected a value'],
    ['// no\n1', 'badJson', '', 'expected a value'],
    [
      '{"a":1,"b":{"c":1,"c":1}}',
      'duplicateKey',
      '/b/c',
      'the property "c" is given twice at line 1, column 19',
    ],
    ['{"a":1,"\\u0061":2}', 'duplicateKey', '/a', 'the property "a" is given twice'],
    ['{"__proto__":1,"__proto__":2}', 'duplicateKey', '/__proto__', 'given twice'],
    ['[{"x/y~":"a\\u0000"}]', 'nulCharacter', '/0/x~1y~0', 'a NUL character'],
    ['{"\\u0000":1}', 'nulCharacter', '', 'a NUL character'],
    ['["\\ud83d"]', 'loneSurrogate', '/0', 'half of a surrogate pair'],
    ['["\\ude00\\ud83d"]', 'loneSurrogate', '/0', 'half of a surrogate pair'],
  ];
  test.each(cases)('%j', (text, code, pointer, words) => {
    const found = refusal(text);
    expect(found).toMatchObject({ code, pointer });
    expect(found.message).toContain(words);
  });

  test.each([
    ['one level too deep', nested(MAX_DEPTH + 1), '/0'],
    ['200,000 open lists', '['.repeat(200_000), '/0'],
    ['200,000 open objects', '{"a":'.repeat(200_000), '/a'],
  ])('%s', (_name, text, step) => {
    expect(refusal(text)).toMatchObject({ code: 'tooDeep', pointer: step.repeat(MAX_DEPTH) });
  });

  test.each([
    ['a string of a million escapes', `"${'\\u0041'.repeat(1_000_000)}" x`],
    ['a string of five million letters', `"${'a'.repeat(5_000_000)}" x`],
    ['a hundred lists of ten thousand items', `[${`[${'1,'.repeat(9_999)}1],`.repeat(100)}x]`],
  ])('a fault after %s is found, however long', (_name, text) => {
    expect(refusal(text).code).toBe('badJson');
  });

  test.each([
    ['a list', `[${'1,'.repeat(10_000)}1]`],
    ['a list within', `{"a":[{"b":[${'{},'.repeat(10_000)}1]}]}`],
    ['an object', `{${Array.from({ length: 10_001 }, (_, i) => `"${i}":1`).join(',')}}`],
    ['a list that never ends', `[${'1,'.repeat(8_000_000)}`],
  ])('%s of more than 10,000 entries is too large, and counted before anything is parsed', (_name, text) => {
    expect(() => parse(text)).toThrow(TooLarge);
  });

  test('bytes that are no UTF-8', () => {
    expect(refusal(Buffer.from([0x22, 0xff, 0x22])).code).toBe('notUtf8');
    expect(refusal(Buffer.from('{"a":1}', 'utf16le')).code).toBe('badJson');
  });

  test('the message quotes no value', () => {
    expect(refusal('{"ssn":"123-45-6789" "x"}').message).not.toContain('123');
  });
});

describe('what is accepted', () => {
  test('ten thousand entries, each of ten thousand', () => {
    const list = `[${'1,'.repeat(9_999)}1]`;
    expect(parse(`[${`${list},`.repeat(99)}${list}]`)).toHaveLength(100);
  });

  test('the greatest depth, big numbers, surrogate pairs, a byte order mark', () => {
    expect(parse(nested(MAX_DEPTH))).toEqual(JSON.parse(nested(MAX_DEPTH)));
    expect(parse('[1e400, 123456789012345678901234567890, -0.0e-5]')).toHaveLength(3);
    expect(parse('["\\ud83d\\ude00", "\\\\u0000", "\\\\ud83d"]')).toEqual(['😀', '\\u0000', '\\ud83d']);
    expect(parse('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  test('__proto__ is a property like any other', () => {
    const value = parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('laws', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  test('whatever JSON.stringify writes is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 4 }), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!/\\u(0000|d[89a-f])/i.test(text) && depthOf(value) <= MAX_DEPTH);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('a text JSON.parse refuses is refused, and no other for its syntax', () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"b\\n"',
        '"\\x"',
        '1',
        '-',
        '1e5',
        '.5',
        'null',
        'tru',
        ' ',
        '\n',
        '\t"',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        let code = 'accepted';
        try {
          parse(text);
        } catch (error) {
          code = (error as Unreadable).errors[0]?.code ?? 'none';
        }
        expect(code === 'badJson').toBe(!valid);
      }),
      { numRuns: 5000 },
    );
  });

  test('a name given twice is found at any depth', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, fc.nat(), fc.boolean(), (list, pick, twice) => {
        fc.pre(list.every((name) => !name.includes('\0') && name.isWellFormed()));
        const given = twice ? [...list, list[pick % list.length]] : list;
        const text = `[{"deep":{${given.map((name) => `${JSON.stringify(name)}:{"a":[]}`).join(',')}}}]`;
        if (twice) expect(refusal(text).code).toBe('duplicateKey');
        else expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
