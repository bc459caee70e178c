import type { Database } from '../../db/client.ts';
import { pendingMigrations } from '../../db/pending-migrations.ts';
import { workerAlive } from '../jobs/worker-alive.ts';

/** What `ready` tells, and no more: it needs no token. */
export interface Readiness {
  database: boolean;
  migrations: boolean;
  worker: boolean;
}

/** Longer than this, and a probe takes the process for dead. */
const PATIENCE_MS = 3_000;

/** Whether this process can do its work now. */
export async function readiness(db: Database): Promise<Readiness> {
  const works = (look: () => Promise<boolean>) => inTime(look()).catch(() => false);
  if (!(await works(async () => (await db.shared('select 1')).length === 1)))
    return { database: false, migrations: false, worker: false };
  const [migrations, worker] = await Promise.all([
    works(async () => (await pendingMigrations(db)).length === 0),
    works(() => workerAlive(db)),
  ]);
  return { database: true, migrations, worker };
}

async function inTime(look: Promise<boolean>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), PATIENCE_MS);
  return Promise.race([look, promise]).finally(() => clearTimeout(timer));
}
