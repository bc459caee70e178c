import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery } from '../../db/query.ts';

/** The table is the migrations' own, so db/schema does not declare it. */
const reason = defineQuery('why workers are paused', (orm) =>
  orm.select({ reason: sql<string>`reason` }).from(sql`app.pause`),
);

/** Why workers may take no jobs; undefined if they may. */
export const pauseReason = async (db: Database): Promise<string | undefined> =>
  (await reason.first(db))?.reason;
