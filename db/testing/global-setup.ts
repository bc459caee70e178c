import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { deleteCluster } from '../embedded/place.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { startEmbedded } from '../embedded/start.ts';
import { migrate } from '../migrate.ts';
import { testEnvironment } from './environment.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's URL of the migrated test database. Tests connect as the app's role: see db/testing. */
    databaseUrl: string;
  }
}

/** One migrated Postgres for the whole run: TEST_DATABASE_URL, or an embedded one that is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  Object.assign(process.env, testEnvironment);
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await migrate(given);
    project.provide('databaseUrl', given);
    return async () => {};
  }
  const directory = join(await mkdtemp(join(tmpdir(), 'campus-boi-test-')), 'postgres');
  const server = await startEmbedded({ directory, password: 'throw-away', durable: false });
  const cleanUp = async () => {
    await stopPostmaster(server.directory);
    await deleteCluster(directory);
    await rm(dirname(directory), { recursive: true });
  };
  try {
    await migrate(server.ownerUrl);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  project.provide('databaseUrl', server.ownerUrl);
  return cleanUp;
}
