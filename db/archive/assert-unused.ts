import type pg from 'pg';
import { roleOf } from '../app-role.ts';
import { BadArchive } from './format.ts';

/**
 * A worker that runs would take the restored jobs, and web would write beside them. Both keep connections: a worker one that
 * asks for jobs, web those of its last half minute.
 * @throws BadArchive while the role of web and worker is connected to the database
 */
export async function assertUnused(owner: pg.ClientBase, appUrl: string): Promise<void> {
  const { name } = roleOf(appUrl);
  // Of other roles' sessions everybody may see the database and the role.
  const { rows } = await owner.query<{ sessions: number }>(
    'select count(*)::int as sessions from pg_stat_activity where datname = current_database() and usename = $1',
    [name],
  );
  const sessions = rows[0]?.sessions ?? 0;
  if (sessions > 0)
    throw new BadArchive(
      `Web or worker is connected to the database (role ${name}, ${sessions} ${sessions === 1 ? 'connection' : 'connections'}). Stop all of them, then restore again. Nothing was restored.`,
    );
}
