import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until so many milliseconds after `began` (`performance.now()`), so that what was found out on the way can't be read
 * from how long it took.
 */
export async function notBefore(began: number, milliseconds: number): Promise<void> {
  const left = began + milliseconds - performance.now();
  if (left > 0) await sleep(left);
}
