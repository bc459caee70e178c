import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { pendingMigrations } from '../../db/pending-migrations.ts';
import { defineQuery } from '../../db/query.ts';
import { workerAlive } from '../jobs/worker-alive.ts';

/** All that `ready` answers: it needs no token, so it says no more. */
export interface Readiness {
  database: boolean;
  migrations: boolean;
  worker: boolean;
}

const pong = defineQuery('does the database answer', (orm) =>
  orm.select({ one: sql<number>`one` }).from(sql`(values (1)) as answer(one)`),
);

/** A probe that waits longer takes the process for dead. */
const MAX_CHECK_MS = 3_000;

/** Whether this process can do its work now. */
export async function readiness(db: Database): Promise<Readiness> {
  const passes = (check: () => Promise<boolean>) => inTime(check()).catch(() => false);
  if (!(await passes(async () => (await pong(db)).length === 1)))
    return { database: false, migrations: false, worker: false };
  const [migrations, worker] = await Promise.all([
    passes(async () => (await pendingMigrations(db)).length === 0),
    passes(() => workerAlive(db)),
  ]);
  return { database: true, migrations, worker };
}

/** Whether this process can do its work, whatever others do: without workers, pages and calls still work. */
export async function isReadyAlone(db: Database): Promise<boolean> {
  const { database, migrations } = await readiness(db);
  return database && migrations;
}

async function inTime(check: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), MAX_CHECK_MS);
  return Promise.race([check, promise]).finally(() => clearTimeout(timer));
}
