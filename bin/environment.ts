import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start.ts';
import { checkout, dataFolder } from './data-folder.ts';
import { localSecrets } from './secrets.ts';

const SECRETS = ['NEXTAUTH_SECRET', 'CAMPUS_KEY', 'CAMPUS_INDEX_KEY'] as const;

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

/**
 * Lets DATABASE_URL point to this checkout's embedded server, and starts it if it doesn't run. Undefined if a
 * database was given.
 */
export async function fillInDatabase(preferredPort?: number): Promise<EmbeddedServer | undefined> {
  if (process.env.DATABASE_URL) return undefined;
  const directory = join(dataFolder, 'postgres');
  const password = localSecrets().databasePassword;
  const server = await startEmbedded({ directory, password, preferredPort });
  process.env.DATABASE_URL = server.ownerUrl;
  return server;
}
