import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { deleteCluster } from '../embedded/place.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { startEmbedded } from '../embedded/start.ts';
import { migrate } from '../migrate.ts';
import { testEnvironment } from './environment.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's URL of the migrated test database: for seeds, migrations and the catalogue. */
    ownerUrl: string;
    /** The app's: what all else connects with. */
    appUrl: string;
  }
}

type TestDatabase = { ownerUrl: string; remove: () => Promise<void> };

/** One migrated Postgres for the whole run, thrown away at its end: an embedded one, or TEST_DATABASE_URL's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  Object.assign(process.env, testEnvironment);
  const given = process.env.TEST_DATABASE_URL;
  const { ownerUrl, remove } = given ? await databaseOn(given) : await embedded();
  try {
    const { appUrl } = await migrate(ownerUrl, Buffer.from(testEnvironment.CAMPUS_KEY, 'base64'));
    project.provide('ownerUrl', ownerUrl);
    project.provide('appUrl', appUrl);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

async function embedded(): Promise<TestDatabase> {
  const directory = join(await mkdtemp(join(tmpdir(), 'campus-boi-test-')), 'postgres');
  const server = await startEmbedded({ directory, password: 'throw-away', durable: false });
  return {
    ownerUrl: server.ownerUrl,
    async remove() {
      await stopPostmaster(server.directory);
      await deleteCluster(directory);
      await rm(dirname(directory), { recursive: true });
    },
  };
}

/** A database of its own on a given server, so that what lies in the given one is never touched. */
async function databaseOn(serverUrl: string): Promise<TestDatabase> {
  const name = `campus_test_${randomBytes(4).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await statement(serverUrl, `create database ${name} encoding 'UTF8' template template0`);
  return {
    ownerUrl: url.href,
    async remove() {
      await statement(serverUrl, `drop database ${name} with (force)`);
      await statement(serverUrl, `drop role if exists ${name}_app`);
    },
  };
}

async function statement(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
