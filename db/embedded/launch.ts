import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { serverFlags } from './flags.ts';
import { freePort, isFree } from './free-port.ts';
import { disownStaleLock, type Postmaster, runningPostmaster } from './postmaster.ts';

const PATIENCE_MS = 60_000;
const LARGEST_LOG = 10 * 1024 * 1024;

/**
 * Starts a server on the cluster at `directory` and returns when it listens (it may still be recovering).
 * A server that was killed leaves backends for some seconds: Postgres refuses until they are gone, so it asks
 * again. A port that somebody took meanwhile is replaced.
 */
export async function launch(
  directory: string,
  logFile: string,
  options: { preferredPort?: number | undefined; durable: boolean },
  binaries: Binaries,
  account: Account | undefined,
): Promise<Postmaster> {
  rotate(logFile);
  let port =
    options.preferredPort && (await isFree(options.preferredPort)) ? options.preferredPort : await freePort();
  for (const started = Date.now(); ; await pause(500)) {
    disownStaleLock(directory);
    const logged = sizeOf(logFile);
    const server = await start(directory, logFile, serverFlags(port, options.durable), binaries, account);
    if (server) return server;
    const said = readFileSync(logFile, 'utf8').slice(logged);
    if (/could not bind/.test(said)) port = await freePort();
    else if (!/pre-existing shared memory|lock file/.test(said) || Date.now() - started > PATIENCE_MS)
      throw new Error(`The embedded Postgres does not start (its log is ${logFile}):\n${said.trim()}`);
  }
}

/** Undefined if it ended before it listened. */
async function start(
  directory: string,
  logFile: string,
  flags: string[],
  binaries: Binaries,
  account: Account | undefined,
): Promise<Postmaster | undefined> {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(binaries.postgres, ['-D', directory, ...flags], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    ...account,
  });
  closeSync(log);
  child.unref();
  let over = false;
  child.once('exit', () => {
    over = true;
  });
  child.once('error', () => {
    over = true;
  });
  for (; !over; await pause(25)) {
    const running = runningPostmaster(directory);
    if (running?.pid === child.pid && running?.status) return running;
  }
  return undefined;
}

function rotate(logFile: string): void {
  if (sizeOf(logFile) > LARGEST_LOG) renameSync(logFile, `${logFile}.1`);
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
