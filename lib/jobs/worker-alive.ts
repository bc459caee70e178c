import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery } from '../../db/query.ts';

/** The table is pg-boss' own, so db/schema does not declare it. 15 s are three heartbeats (queue.ts). */
const aliveWorkers = defineQuery('whether a worker is alive', (orm) =>
  orm
    .select({ alive: sql<boolean>`count(*) > 0` })
    .from(sql`pgboss.instance`)
    .where(sql`stopped_on is null and heartbeat_on > now() - interval '15 seconds'`),
);

/** Whether a worker has sent a heartbeat within the last 15 s. */
export const workerAlive = async (db: Database): Promise<boolean> =>
  (await aliveWorkers.first(db))?.alive === true;
