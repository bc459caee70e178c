import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { roleOf } from './app-role.ts';
import { assertServer } from './assert-server.ts';
import { carryOut } from './carry-out.ts';
import { assertSpread } from './citus/assert-spread.ts';
import { configureSessions } from './configure-sessions.ts';
import { ensureAppRole } from './ensure-app-role.ts';
import { grantRights } from './grant-rights.ts';
import { installJobs } from './install-jobs.ts';
import { migrationNames } from './pending-migrations.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/**
 * Brings a database up to date: schema, job queues, the app's role and its rights. Changes nothing the second time,
 * and two at once wait for each other. Throws on a server or a database that is not fit for it, before any DDL.
 *
 * @param ownerUrl a role that owns the database and may create roles
 * @param appUrl what web and worker connect with: its role is created with its password, unless it signs in already
 * @param through the last migration to carry out, for data of an earlier release; without it, all
 */
export async function migrate(ownerUrl: string, appUrl: string, through?: string): Promise<void> {
  const { name } = roleOf(appUrl);
  if (name === roleOf(ownerUrl).name)
    throw new Error(
      `DATABASE_URL and OWNER_DATABASE_URL both name the role ${name}. Web and worker need a role of their own in DATABASE_URL; it is created if it does not exist.`,
    );
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'campus migrate' });
  // A lost connection is reported by the statement it interrupts.
  client.on('error', () => {});
  await client.connect();
  try {
    await untilAlone(client);
    await assertServer(client);
    const names = (await outstanding(client)).filter((name) => through === undefined || name <= through);
    await assertSpread(client, names);
    for (const name of names) await carryOut(client, name, await textOf(name));
    await installJobs(ownerUrl);
    await ensureAppRole(client, appUrl);
    await configureSessions(appUrl);
    await grantRights(client, name);
  } finally {
    await client.end();
  }
}

const ASK_EVERY_MS = 100;

/**
 * Waits for another `migrate`. It asks again and again: a statement that waited for the lock would be a transaction that is
 * open meanwhile, and the other's concurrent build of an index waits for those to end.
 */
async function untilAlone(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ alone: boolean }>(
      "select pg_try_advisory_lock(hashtextextended('campus migrate', 0)) as alone",
    );
    if (rows[0]?.alone) return;
    await pause(ASK_EVERY_MS);
  }
}

const textOf = (name: string): Promise<string> => readFile(join(FOLDER, `${name}.sql`), 'utf8');

async function outstanding(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('app.migration') is not null as there",
  );
  if (!rows[0]?.there) return migrationNames;
  const applied = await client.query<{ name: string }>('select name from app.migration');
  const done = new Set(applied.rows.map(({ name }) => name));
  return migrationNames.filter((name) => !done.has(name));
}
