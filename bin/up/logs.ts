import { openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../data-folder.ts';

const LARGEST = 20 * 1024 * 1024;

/** Opens a log in `.data/` for a child to write to; the one before is kept when it has grown large. */
export function openLog(name: string): number {
  const path = join(dataFolder, name);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
