import type { Database } from '../../db/client.ts';

/** Whether a worker's sign of life is no older than three of its beats of 5 s (queue.ts). */
export async function workerAlive(db: Database): Promise<boolean> {
  const [row] = await db.shared<{ alive: boolean }>(
    `select exists (select 1 from pgboss.instance
                     where stopped_on is null and heartbeat_on > now() - interval '15 seconds') as alive`,
  );
  return row?.alive === true;
}
