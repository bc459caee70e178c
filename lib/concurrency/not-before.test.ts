import { expect, test } from 'vitest';
import { notBefore } from './not-before.ts';

test.each([
  [0, 50],
  [40, 50],
  [80, 80],
])('what took %d ms ends after %d ms', async (took, expected) => {
  const began = performance.now() - took;
  await notBefore(began, 50);
  expect(performance.now() - began).toBeGreaterThan(expected - 2);
});
