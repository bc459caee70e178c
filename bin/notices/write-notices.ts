import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../data-folder.ts';
import { notices } from './notices.ts';

/** Writes the notices of third parties where web serves them from, so that they are those of the build. */
export function writeNotices(): string {
  const path = join(checkout, 'public', 'third-party-notices.txt');
  mkdirSync(join(checkout, 'public'), { recursive: true });
  writeFileSync(path, notices());
  return path;
}
