import type { Database } from './client.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };
import { textRows } from './sql-text.ts';

/** Every migration this release knows, oldest first. */
export const migrationNames: string[] = journal.entries.map(({ tag }) => tag);

/** Those that the database lacks: web and worker are not ready before it is empty. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const applied = await textRows<{ name: string }>(db, 'select name from app.migration');
  const done = new Set(applied.map(({ name }) => name));
  return migrationNames.filter((name) => !done.has(name));
}
