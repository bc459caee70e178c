import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dropDatabase } from '../drop-database.ts';
import { SUPERUSER } from '../embedded/initialise.ts';
import { deleteCluster } from '../embedded/place.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { startEmbedded } from '../embedded/start.ts';
import { ownerStatement } from '../owner-statement.ts';

export interface ThrowAwayDatabase {
  ownerUrl: string;
  /** Undefined on a given server. */
  superuserUrl?: string;
  remove: () => Promise<void>;
}

/** An empty database for one test run: on its own embedded server, or on TEST_DATABASE_URL's. */
export function throwAwayDatabase(): Promise<ThrowAwayDatabase> {
  const given = process.env.TEST_DATABASE_URL;
  return given ? databaseOn(given) : embedded();
}

const SUPERUSER_PASSWORD = 'throw-away';

async function embedded(): Promise<ThrowAwayDatabase> {
  const directory = join(await mkdtemp(join(tmpdir(), 'campus-boi-test-')), 'postgres');
  const server = await startEmbedded({
    directory,
    password: SUPERUSER_PASSWORD,
    ownerPassword: 'owner',
    durable: false,
  });
  return {
    ownerUrl: server.ownerUrl,
    superuserUrl: `postgres://${SUPERUSER}:${SUPERUSER_PASSWORD}@127.0.0.1:${server.port}/postgres`,
    async remove() {
      await stopPostmaster(server.directory);
      await deleteCluster(directory);
      await rm(dirname(directory), { recursive: true });
    },
  };
}

/** A new database on a given server, so that the given one is never touched. */
async function databaseOn(serverUrl: string): Promise<ThrowAwayDatabase> {
  const name = `campus_test_${randomBytes(4).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await ownerStatement(serverUrl, `create database ${name} encoding 'UTF8' template template0`);
  return {
    ownerUrl: url.href,
    remove: () => dropDatabase(serverUrl, name),
  };
}
