import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { runningPostmaster, stopPostmaster } from '../db/embedded/postmaster.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start.ts';
import { type Settings, settings } from '../lib/settings.ts';
import { checkout, dataFolder } from './data-folder.ts';
import { localSecrets } from './secrets.ts';

const SECRETS = ['NEXTAUTH_SECRET', 'CAMPUS_KEY', 'CAMPUS_INDEX_KEY'] as const;
const CLUSTER = join(dataFolder, 'postgres');

/** Settings from `.env`; what the environment holds already stands above it. */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile(join(checkout, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Puts this checkout's own secrets where the environment gives none. */
export function fillInSecrets(): void {
  for (const name of SECRETS) process.env[name] ||= localSecrets()[name];
}

/** Lets DATABASE_URL point to this checkout's embedded server unless a database was given; then undefined. */
export const fillInDatabase = async (): Promise<EmbeddedServer | undefined> =>
  process.env.DATABASE_URL ? undefined : startCheckoutServer();

/** Starts this checkout's embedded server if it doesn't run, and lets DATABASE_URL point to it. */
export async function startCheckoutServer(preferredPort?: number): Promise<EmbeddedServer> {
  const password = localSecrets().databasePassword;
  const server = await startEmbedded({ directory: CLUSTER, password, preferredPort });
  process.env.DATABASE_URL = server.ownerUrl;
  return server;
}

/**
 * Runs one command of the CLI. Outside production, what the environment lacks comes from this checkout; a server
 * that had to be started for it is stopped again.
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

/** As `withSettings`, for a process that stays: it uses the embedded server if that runs, but starts none. */
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
