import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export type Postmaster = { pid: number; port: number; status: string };

/**
 * The server that runs on this data directory now, started by any process. Undefined if none does: a postmaster.pid
 * that is left over may name a process id which something else has taken since, so its command line decides.
 */
export function runningPostmaster(directory: string): Postmaster | undefined {
  const lock = readLock(directory);
  return lock && isPostmasterOf(lock.pid, directory) ? lock : undefined;
}

/**
 * Lets a server start over a postmaster.pid whose process id something else has taken since. The file stays, for
 * it also names the shared memory by which Postgres sees backends of a killed server that are still alive;
 * only the id is replaced, by that of the parent-to-be, which Postgres knows to be no postmaster.
 */
export function disownStaleLock(directory: string): void {
  const path = join(directory, 'postmaster.pid');
  if (!readLock(directory) || runningPostmaster(directory)) return;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^.*/, String(process.pid)));
}

/** Stops a server at once but in order (connections are ended, no work is lost), and waits until it is gone. */
export async function stopPostmaster(directory: string): Promise<void> {
  const running = runningPostmaster(directory);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  for (const started = Date.now(); isPostmasterOf(running.pid, directory); await pause(50)) {
    // It may not answer while its checkpoint waits for a slow disk; then the next start recovers from the log.
    if (Date.now() - started > 60_000) return void process.kill(running.pid, 'SIGQUIT');
  }
}

/** postmaster.pid: process id, directory, start, port, socket, address, shared memory, status. */
function readLock(directory: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** A zombie has no command line, so it counts as gone. */
function isPostmasterOf(pid: number, directory: string): boolean {
  return commandLine(pid).includes(`postgres -D ${directory} `);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
