import { expect, test } from 'vitest';
import { growingPause } from './growing-pause.ts';

test('pauses double up to half a minute and start over after a process ran for a minute', () => {
  const pause = growingPause();
  const deaths = Array.from({ length: 8 }, () => pause(100));
  expect(deaths).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  expect(pause(61_000)).toBe(500);
  expect(pause(100)).toBe(1000);
});
