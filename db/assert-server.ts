import type pg from 'pg';

/** What decides whether a database may become ours. */
export interface ServerFacts {
  /** As `server_version_num` has it: 150004 is 15.4. */
  version: number;
  encoding: string;
  /** Whether Campus BOI has migrated it before. */
  ours: boolean;
  /** How many tables it holds otherwise. */
  tables: number;
}

/** A sentence for the operator who set its URL, or undefined when all is well. */
export function unfitness({ version, encoding, ours, tables }: ServerFacts): string | undefined {
  if (version < 150_000)
    return `The server is Postgres ${Math.floor(version / 10_000)}; Campus BOI needs 15 or newer.`;
  if (encoding !== 'UTF8') return `The database is encoded in ${encoding}: create it with encoding UTF8.`;
  if (!ours && tables > 0)
    return 'The database holds tables that Campus BOI did not make. Give the URL of an empty one.';
  return undefined;
}

/** Throws unless the server is recent enough and the database is empty or ours. To be asked before any DDL. */
export async function assertServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version,
           current_setting('server_encoding') as encoding,
           to_regclass('app.migration') is not null as ours,
           (select count(*)::int from pg_tables where schemaname = 'public') as tables`);
  const reason = unfitness(rows[0] as ServerFacts);
  if (reason) throw new Error(reason);
}
