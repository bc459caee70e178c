import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { appRoleUrl } from '../db/app-role.ts';
import { runningPostmaster, stopPostmaster } from '../db/embedded/postmaster.ts';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start.ts';
import { ownerSettings, readSettings, settings } from '../lib/settings.ts';
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

/** Faulty settings are reported before anything starts. The embedded database has no URL yet. */
export function readSettingsEarly(): ReturnType<typeof readSettings> {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return readSettings({ DATABASE_URL: 'postgres://embedded/campus', ...Object.fromEntries(given) });
}

/**
 * Sets OWNER_DATABASE_URL and DATABASE_URL where they are missing. With DATABASE_URL alone, that is the owner's, and web
 * and worker get a role of this checkout. With neither, this checkout's embedded server is started.
 *
 * @returns the embedded server, if it is used
 */
export async function fillInDatabase(): Promise<EmbeddedServer | undefined> {
  const { OWNER_DATABASE_URL: owner, DATABASE_URL: given } = process.env;
  if (owner && given) return undefined;
  const url = owner || given;
  if (!url) return startCheckoutServer();
  setDatabase(url);
  return undefined;
}

/** Starts this checkout's embedded server if it isn't running, and points both URLs to it. */
export async function startCheckoutServer(preferredPort?: number): Promise<EmbeddedServer> {
  const { databasePassword: password, ownerPassword } = localSecrets();
  const server = await startEmbedded({ directory: CLUSTER, password, ownerPassword, preferredPort });
  setDatabase(server.ownerUrl);
  return server;
}

function setDatabase(ownerUrl: string): void {
  process.env.OWNER_DATABASE_URL = ownerUrl;
  process.env.DATABASE_URL = appRoleUrl(ownerUrl, localSecrets().appPassword);
}

/**
 * Runs one command of the CLI as the database's owner. Outside production, missing settings come from this checkout. A
 * server that was started for the command is stopped again.
 */
export async function withSettings(
  work: (settings: ReturnType<typeof ownerSettings>) => Promise<void>,
): Promise<void> {
  loadEnvFile();
  if (process.env.NODE_ENV === 'production') return work(ownerSettings());
  fillInSecrets();
  readSettingsEarly();
  const server = await fillInDatabase();
  try {
    await work(ownerSettings());
  } finally {
    if (server && !server.reused) await stopPostmaster(server.directory);
  }
}

/**
 * Like `withSettings`, for web and worker, which keep running and never have the owner's URL: DATABASE_URL is the app's
 * role. Outside production they use the embedded server if that is running, but start none.
 */
export async function settleForServing(): Promise<void> {
  if (process.env.OWNER_DATABASE_URL)
    console.error(
      'OWNER_DATABASE_URL is for `migrate`. Do not give it to web and worker: they do not use it.',
    );
  // `up` has read the file and hands on what its children need.
  if (!process.env.CAMPUS_SUPERVISED) loadEnvFile();
  if (process.env.NODE_ENV !== 'production') {
    fillInSecrets();
    if (!process.env.DATABASE_URL && (process.env.OWNER_DATABASE_URL || isClusterRunning()))
      await fillInDatabase();
  }
  delete process.env.OWNER_DATABASE_URL;
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
