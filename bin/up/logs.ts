import { openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';

const MAX_LOG_BYTES = 20 * 1024 * 1024;

/** Opens a log in `.data/` for a child process. A log that has grown large is renamed and kept. */
export function openLog(name: string): number {
  const path = join(dataFolder, name);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
