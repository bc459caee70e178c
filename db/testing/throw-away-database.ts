import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { roleOf } from '../app-role.ts';
import { distribute } from '../citus/distribute.ts';
import { dropDatabase } from '../drop-database.ts';
import { SUPERUSER } from '../embedded/initialise.ts';
import { deleteCluster } from '../embedded/place.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { startEmbedded } from '../embedded/start.ts';
import { ownerStatement, quotedName } from '../owner-statement.ts';

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

/**
 * Makes the migrated database a Citus cluster of one server, which holds its own shards, and spreads it. For a run of the
 * tests on Citus: TEST_DATABASE_URL's server has it, and TEST_CITUS_SUPERUSER_URL may create the extension there.
 */
export async function onCitus(ownerUrl: string, appUrl: string, superuserUrl: string): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = new URL(ownerUrl).pathname;
  const database = quotedName(decodeURIComponent(url.pathname.slice(1)));
  const here = [url.hostname, Number(url.port || 5432)];
  const asSuperuser = (text: string, values: unknown[] = []) => ownerStatement(url.href, text, values);
  await asSuperuser('create extension citus');
  await asSuperuser('select citus_set_coordinator_host($1, $2)', here);
  await asSuperuser(`select citus_set_node_property($1, $2, 'shouldhaveshards', true)`, here);
  for (const { name } of [roleOf(appUrl), roleOf(ownerUrl)])
    await asSuperuser(`alter database ${database} owner to ${quotedName(name)}`);
  const { checks } = await distribute({ ownerUrl, appUrl }, { shards: 4 });
  const missing = checks.flatMap(({ problem }) => problem ?? []);
  if (missing.length > 0) throw new Error(missing.join('\n'));
}
