import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { ArchivedJob } from './format.ts';

export const UNENDED_JOBS = `(
  select * from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%') job`;

/** Workers that start from now on take no jobs until `resume`. One that is running does not notice: stop it before. */
export async function pause(owner: pg.ClientBase, reason: string): Promise<void> {
  await owner.query('insert into app.pause (reason) values ($1) on conflict do nothing', [reason]);
}

/** Part of the caller's transaction. */
export async function queueJobs(owner: pg.ClientBase, jobs: readonly ArchivedJob[]): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => owner.query(text, values) },
    ...{ migrate: false, supervise: false, schedule: false, reindex: false },
  });
  boss.on('error', () => {});
  await boss.start();
  try {
    for (const [queue, all] of Map.groupBy(jobs, (job) => job.queue))
      await boss.insert(
        queue,
        all.map(({ data, startAfter, priority }) => ({ data, startAfter, priority })),
      );
  } finally {
    await boss.stop({ graceful: false });
  }
}

/**
 * Lets workers take jobs again.
 * @returns how many wait in each queue; undefined if there was no pause
 */
export async function resume(owner: pg.ClientBase): Promise<Record<string, number> | undefined> {
  const { rowCount } = await owner.query('delete from app.pause');
  if (!rowCount) return undefined;
  const { rows } = await owner.query<{ name: string; jobs: number }>(
    `select name, count(*)::int as jobs from ${UNENDED_JOBS} group by name order by name`,
  );
  return Object.fromEntries(rows.map(({ name, jobs }) => [name, jobs]));
}
