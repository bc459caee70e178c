import { copyFileSync, openSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';

const MAX_LOG_BYTES = 20 * 1024 * 1024;
const LOOK_EVERY_MS = 60_000;
const LOGS = ['web.log', 'worker.log', 'postgres.log'];

const hasGrown = (path: string): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES;

/** Opens a log in `.data/` for a child process. A log that has grown large is renamed and kept. */
export function openLog(name: string): number {
  const path = join(dataFolder, name);
  if (hasGrown(path)) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** Keeps the logs small while their processes write them, so that they can't fill the disk. Does not keep this process alive. */
export function watchLogs(): void {
  setInterval(
    () => LOGS.forEach((name) => void rotateWhileWritten(join(dataFolder, name))),
    LOOK_EVERY_MS,
  ).unref();
}

/**
 * Copies a log that has grown large and empties it: who writes it keeps it open, and appends. Lines that come between
 * the two, within milliseconds, are lost.
 */
export function rotateWhileWritten(path: string): void {
  if (!hasGrown(path)) return;
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}
