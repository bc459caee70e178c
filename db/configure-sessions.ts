import pg from 'pg';

/**
 * Some say what statements are planned for, most of them how long a session of web or worker may hold locks while its process is frozen or its machine is gone. A
 * frozen worker held its job's locks for as long as the freeze; with these another worker has the job within 15 s.
 */
const SESSION_SETTINGS = {
  /** Long texts (journal, staging, reports) are packed in a fifth of the time. Not every server can, see below. */
  default_toast_compression: 'lz4',
  /**
   * As the embedded Postgres has it. By the default, which is for hard disks, Postgres read all schools for each check of a foreign
   * key to one.
   */
  random_page_cost: '1.1',
  /** Compiling a statement by which a batch is looked up took longer than running it. */
  jit: 'off',
  /** No transaction of ours waits for anything but the database. */
  idle_in_transaction_session_timeout: '10s',
  /** Longer than any statement of a million staff. */
  statement_timeout: '15min',
  /**
   * A statement that waits for somebody's lock does not notice that its process died, and goes on holding the job: the next
   * worker could not take it over until that lock was free.
   */
  client_connection_check_interval: '2s',
  tcp_keepalives_idle: '5',
  tcp_keepalives_interval: '2',
  tcp_keepalives_count: '3',
  /** A frozen process reads no answer either: a session that is sending one is in no timeout above. */
  tcp_user_timeout: '10s',
} as const;

/** Gives the app's role these settings in this database, as itself: it may, where the owner may not alter it. */
export async function configureSessions(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'campus migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ text: string }>(
      `select unnest(setconfig) as text from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
        where r.rolname = current_user and setdatabase = (select oid from pg_database where datname = current_database())`,
    );
    const set = new Set(rows.map(({ text }) => text));
    const { rows: names } = await client.query('select current_user as role, current_database() as database');
    const [role, database] = [names[0].role, names[0].database].map(pg.escapeIdentifier);
    for (const [name, value] of Object.entries(SESSION_SETTINGS))
      if (!set.has(`${name}=${value}`))
        await client
          .query(`alter role ${role} in database ${database} set ${name} = '${value}'`)
          .catch(unlessUnknownThere);
  } finally {
    await client.end();
  }
}

const INVALID_PARAMETER_VALUE = '22023';

/**
 * Postgres on Windows can't tell whether its client is still there, one that was built without lz4 can't pack by it, and each
 * refuses such a setting: it goes on as it is.
 */
function unlessUnknownThere(error: unknown): void {
  if (!(error instanceof pg.DatabaseError && error.code === INVALID_PARAMETER_VALUE)) throw error;
}
