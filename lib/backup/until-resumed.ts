import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../db/client.ts';
import { pauseReason } from './paused.ts';

const POLL_MS = 2_000;

/** A restored database has jobs of the original, which must not run in a copy. */
export async function untilResumed(db: Database, onPaused: (reason: string) => void): Promise<void> {
  let reason = await pauseReason(db);
  if (reason !== undefined) onPaused(reason);
  for (; reason !== undefined; reason = await pauseReason(db)) await wait(POLL_MS);
}
