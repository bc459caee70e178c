import type pg from 'pg';

const OLDEST = 150_000;

/** Throws unless the server is recent enough and the database is empty or ours. To be asked before any DDL. */
export async function assertServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; ours: boolean; tables: number }>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           to_regclass('app.migration') is not null as ours,
           (select count(*)::int from pg_tables where schemaname = 'public') as tables`);
  const found = rows[0] as (typeof rows)[number];
  if (found.version < OLDEST)
    throw new Error(
      `The server is Postgres ${Math.floor(found.version / 10_000)}; Campus BOI needs 15 or newer.`,
    );
  if (found.encoding !== 'UTF8')
    throw new Error(`The database is encoded in ${found.encoding}: create it with encoding UTF8.`);
  if (!found.ours && found.tables > 0)
    throw new Error(
      'The database holds tables that Campus BOI did not make. Name an empty database in DATABASE_URL.',
    );
}
