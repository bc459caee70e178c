import { expect, test } from 'vitest';
import { exitCodeOf } from './exit-code.ts';

test.each([
  ['transferred', 0],
  ['validated', 0],
  ['commitStarted', 0],
  ['unchanged', 0],
  ['held', 5],
  ['failed', 4],
  // Somebody else restarted the synchronization.
  ['validating', 4],
] as const)('%s ends with %d', (status, code) => expect(exitCodeOf({ status })).toBe(code));
