import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { runningPostmaster, stopPostmaster } from '../db/embedded/postmaster.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start.ts';
import { type Settings, settings } from '../lib/settings.ts';
import { checkout, dataFolder } from './data-folder.ts';
import { localSecrets } from './secrets.ts';

const SECRETS = ['NEXTAUTH_SECRET', 'CAMPUS_KEY', 'CAMPUS_INDEX_KEY'] as const;
const CLUSTER = join(dataFolder, 'postgres');

/** Settings from `.env`; variables that are already set win. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile(join(checkout, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Uses this checkout's own secrets for those that are not set. */
export function fillInSecrets(): void {
  for (const name of SECRETS) process.env[name] ||= localSecrets()[name];
}

/** Starts this checkout's embedded server and points DATABASE_URL to it. Undefined if DATABASE_URL is set. */
export const fillInDatabase = async (): Promise<EmbeddedServer | undefined> =>
  process.env.DATABASE_URL ? undefined : startCheckoutServer();

/** Starts this checkout's embedded server if it isn't running, and points DATABASE_URL to it. */
export async function startCheckoutServer(preferredPort?: number): Promise<EmbeddedServer> {
  const password = localSecrets().databasePassword;
  const server = await startEmbedded({ directory: CLUSTER, password, preferredPort });
  process.env.DATABASE_URL = server.ownerUrl;
  return server;
}

/**
 * Runs one command of the CLI. Outside production, missing settings come from this checkout. A server that was
 * started for the command is stopped again.
 */
export async function withSettings(work: (settings: Settings) => Promise<void>): Promise<void> {
  loadEnvFile();
  if (process.env.NODE_ENV === 'production') return work(settings());
  fillInSecrets();
  const server = await fillInDatabase();
  try {
    await work(settings());
  } finally {
    if (server && !server.reused) await stopPostmaster(server.directory);
  }
}

/** Like `withSettings`, for a process that keeps running: it uses the embedded server if that is running, but starts none. */
export async function settleForServing(): Promise<void> {
  loadEnvFile();
  if (process.env.NODE_ENV !== 'production') {
    fillInSecrets();
    if (isClusterRunning()) await fillInDatabase();
  }
  const { publicUrl } = settings();
  Object.assign(process.env, { PUBLIC_URL: publicUrl, NODE_ENV: 'production' });
}

function isClusterRunning(): boolean {
  try {
    return runningPostmaster(realpathSync(CLUSTER)) !== undefined;
  } catch {
    return false;
  }
}
