import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { defineQuery } from '../../db/query.ts';

/** The tables are pg-boss' own, so db/schema does not declare them. Ended jobs are few: pg-boss deletes them after a week. */
const jobs = defineQuery('figures: jobs by queue and state', (orm) =>
  orm
    .select({
      queue: sql<string>`name`,
      state: sql<string>`state::text`,
      number: sql<number>`count(*)`,
      oldestSeconds: sql<number>`extract(epoch from now() - min(greatest(created_on, start_after)))::float8`,
      /** Of a job under way: since its worker last answered. */
      silentSeconds: sql<number | null>`extract(epoch from now() - min(heartbeat_on))::float8`,
    })
    .from(sql`pgboss.job`)
    .where(sql`state in ('created', 'retry', 'active', 'failed') and start_after <= now()`)
    .groupBy(sql`name`, sql`state`),
);
const lastCompleted = defineQuery('figures: last completed job of each queue', (orm) =>
  orm
    .select({ queue: sql<string>`name`, at: sql<number>`extract(epoch from max(completed_on))::float8` })
    .from(sql`pgboss.job`)
    .where(sql`state = 'completed'`)
    .groupBy(sql`name`),
);
const workers = defineQuery('figures: workers with a heartbeat', (orm) =>
  orm
    .select({ number: sql<number>`count(*)` })
    .from(sql`pgboss.instance`)
    .where(sql`stopped_on is null and heartbeat_on > now() - interval '15 seconds'`),
);
const sessions = defineQuery('figures: sessions of this role', (orm) =>
  orm
    .select({
      state: sql<string>`state`,
      number: sql<number>`count(*)`,
      oldestSeconds: sql<number>`coalesce(extract(epoch from now() - min(state_change)), 0)::float8`,
    })
    .from(sql`pg_stat_activity`)
    .where(sql`usename = current_user and datname = current_database() and state is not null`)
    .groupBy(sql`state`),
);
const tables = defineQuery('figures: tables', (orm) =>
  orm
    .select({
      table: sql<string>`relname`,
      bytes: sql<number>`pg_total_relation_size(relid)`,
      rows: sql<number>`n_live_tup`,
      deadRows: sql<number>`n_dead_tup`,
    })
    .from(sql`pg_stat_user_tables`)
    .where(sql`schemaname = 'public'`),
);
const clock = defineQuery('figures: the clock of the database', (orm) =>
  orm
    .select({ at: sql<number>`extract(epoch from clock_timestamp())::float8` })
    .from(sql`(values (1)) as one(n)`),
);

/** What the database knows of all districts together, and nothing of one: no label names a district or a person. */
export async function databaseFigures(db: Database) {
  const asked = Date.now();
  const [now] = await clock(db);
  const answered = Date.now();
  return {
    jobs: await jobs(db),
    lastCompleted: await lastCompleted(db),
    workers: (await workers.first(db))?.number ?? 0,
    sessions: await sessions(db),
    tables: await tables(db),
    /** Of this machine against the database's, in seconds. */
    clockOffset: (asked + answered) / 2_000 - (now?.at ?? asked / 1_000),
  };
}
