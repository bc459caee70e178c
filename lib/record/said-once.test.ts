import { expect, test } from 'vitest';
import { saidOnce } from './said-once.ts';

test('of errors that read the same the first is left, in the order they came', () => {
  const errors = ['7 is here twice.', 'Last name is required.', '7 is here twice.'].map((message, place) => ({
    message,
    place,
  }));
  expect(saidOnce(errors).map(({ place }) => place)).toEqual([0, 1]);
});
