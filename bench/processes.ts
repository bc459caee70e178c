import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../bin/data-folder.ts';
import { compileCache, nodeOptions } from '../bin/node-options.mjs';
import { buildPages } from '../bin/up/build.ts';
import { waitUntilReady } from '../bin/up/wait-until-ready.ts';
import { freePort } from '../db/embedded/free-port.ts';
import { appUrlOn } from './databases.ts';

const PATIENCE_MS = 60_000;
/** The tests' build folder: a running `up` is never touched. */
const BUILD_FOLDER = '.next-test';
const LOGS = join(checkout, 'test-results', 'logs');

const secret = (of: string): string => createHash('sha256').update(`bench ${of}`).digest('base64');

/** The same in every run, for a database that is kept; nothing real is protected by them. */
export const secrets = {
  NEXTAUTH_SECRET: secret('session'),
  CAMPUS_KEY: secret('key'),
  CAMPUS_INDEX_KEY: secret('index key'),
};

/** Web and worker as `campus up` runs them, each its own process. */
export interface Product {
  /** `{origin}/campus` */
  baseUrl: string;
  webPid: number;
  workerPid: number;
  stop(): Promise<void>;
}

/** Builds the pages unless the last build was made from the same sources. */
export async function build(): Promise<void> {
  mkdirSync(LOGS, { recursive: true });
  await buildPages(BUILD_FOLDER, join(LOGS, 'bench-build.log'));
}

/**
 * Starts the product on a migrated database and waits until it is ready.
 *
 * @param profiles a folder in which each leaves its CPU profile when it ends
 * @param release of another release: its folder, built
 */
export async function startProduct(ownerUrl: string, profiles?: string, release?: string): Promise<Product> {
  const port = await freePort();
  const environment = {
    ...process.env,
    ...secrets,
    DATABASE_URL: appUrlOn(ownerUrl),
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    NODE_ENV: 'production' as const,
    NEXT_DIST_DIR: release ? '.next' : BUILD_FOLDER,
  };
  const web = start('web', environment, profiles, release);
  const worker = start('worker', environment, profiles, release);
  const stop = async () => void (await Promise.all([web, worker].map(end)));
  try {
    await waitUntilReady(port, PATIENCE_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    baseUrl: `http://localhost:${port}/campus`,
    webPid: web.pid as number,
    workerPid: worker.pid as number,
    stop,
  };
}

/** A worker alone, for benches without calls or pages. */
export function startWorkerAlone(ownerUrl: string): { stop(): Promise<void> } {
  const environment = {
    ...process.env,
    ...secrets,
    DATABASE_URL: appUrlOn(ownerUrl),
    PUBLIC_URL: 'http://localhost:3000',
    NODE_ENV: 'production' as const,
  };
  const child = start('worker', environment);
  return { stop: () => end(child) };
}

/** The channel ends with this process, however it ends, and the child with the channel. */
function start(
  name: 'web' | 'worker',
  environment: NodeJS.ProcessEnv,
  profiles?: string,
  folder = checkout,
): ChildProcess {
  mkdirSync(LOGS, { recursive: true });
  const log = openSync(join(LOGS, `bench-${name}.log`), 'a');
  const child = fork(join(folder, 'bin', 'campus.ts'), [name], {
    cwd: folder,
    stdio: ['ignore', log, log, 'ipc'],
    execArgv: [
      ...nodeOptions(name),
      ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${name}.cpuprofile`] : []),
    ],
    env: { ...environment, ...compileCache },
  });
  closeSync(log);
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
