import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorsByLine, payloadLines } from './payload-lines.ts';

const shown = (text: string) =>
  payloadLines(text)
    ?.map(({ depth, text }) => `${'  '.repeat(depth)}${text}`)
    .join('\n');
const marked = (text: string, ...pointers: string[]) => {
  const lines = payloadLines(text) ?? [];
  return [
    ...errorsByLine(
      lines,
      pointers.map((pointer) => ({ pointer })),
    ).keys(),
  ].map((at) => lines[at]?.text);
};

test('ERR-1 a payload that is JSON is shown as JSON.stringify would indent it', () => {
  fc.assert(
    fc.property(
      fc.jsonValue().filter((value) => typeof value === 'object' && value !== null),
      (value) => {
        expect(shown(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
      },
    ),
  );
});

test('ERR-3 what is no JSON to the letter stays as it is stored: masks, names twice, an end that is cut off', () => {
  expect(shown('{"ssn":*********,"a":1,"a":2,"b":[1,"cut')).toBe(
    '{\n  "ssn": *********,\n  "a": 1,\n  "a": 2,\n  "b": [\n    1,\n    "cut',
  );
  expect(payloadLines('grant_type=client_credentials')).toBeNull();
});

test('ERR-1 a failing field is marked where it is, one that is missing at the nearest around it', () => {
  const text = '{"staffMembers":[{"ssn":"x"},{"positions":[{"a/b":1,"schooNumber":"010"}]}],"gender":null}';
  expect(marked(text, '/staffMembers/0/ssn')).toEqual(['"ssn": "x"']);
  expect(marked(text, '/staffMembers/1/positions/0/schooNumber')).toEqual(['"schooNumber": "010"']);
  expect(marked(text, '/staffMembers/1/positions/0/a~1b')).toEqual(['"a/b": 1,']);
  expect(marked(text, '/gender')).toEqual(['"gender": null']);
  expect(marked(text, '/staffMembers/1/positions/0/startDate')).toEqual(['{']);
  expect(marked(text, '/staffMembers/1/lastName')).toEqual(['{']);
  expect(marked(text, '')).toEqual(['{']);
  expect(marked('[{"ssn":"x"}]', '/0/ssn')).toEqual(['"ssn": "x"']);
});
