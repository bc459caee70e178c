import { expect, test } from 'vitest';
import { KIND_NAMES } from '../../../../lib/retention/kinds.ts';
import { daysTyped, readTyped, type Typed } from './typed.ts';

test.each([
  ['', null],
  [' 200 ', 200],
  ['30', 30],
  ['29', undefined],
  ['3651', undefined],
  ['200.5', undefined],
  ['-200', undefined],
  ['1e3', undefined],
])('%j days of the error log', (text, days) => expect(daysTyped('errors', text)).toBe(days));

test('nothing is saved while one kind is wrong; the others keep what was typed', () => {
  const usual = Object.fromEntries(KIND_NAMES.map((kind) => [kind, ''])) as Typed;
  expect(readTyped({ ...usual, audit: '364', errors: '200' })).toEqual({
    faults: { audit: expect.stringContaining('from 365 to 3,650') },
  });
  expect(readTyped({ ...usual, errors: '200' }).days).toMatchObject({ errors: 200, audit: null });
});
