import { setTimeout as pause } from 'node:timers/promises';
import { patienceMs } from './patience.ts';

const PATIENCE_MS = patienceMs(60_000);
const PAUSE_MS = 50;

/**
 * Looks again and again until there is something to return.
 * @param what for the error: what was waited for
 * @throws when there is nothing after a minute (four in `npm run faults`)
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  do {
    const found = await look();
    if (found !== undefined) return found;
    await pause(PAUSE_MS);
  } while (Date.now() < deadline);
  throw new Error(`Waited ${PATIENCE_MS / 1000} s for ${what}.`);
}
