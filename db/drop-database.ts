import { errorCode } from './client.ts';
import { ownerStatement, quotedName } from './owner-statement.ts';

/** Privileges are missing: autovacuum works in the database, and only a superuser may end it. */
const NOT_ALLOWED = '42501';

/**
 * Drops a database and its app's role, for tests and benches. Open sessions are ended. `force` fails as a whole while
 * autovacuum works in the database; without `force` Postgres cancels that by itself, but ends nobody else.
 *
 * @param serverUrl a role that made the database, in another database of the server
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const database = quotedName(name);
  await ownerStatement(serverUrl, `drop database if exists ${database} with (force)`).catch(async (error) => {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    await ownerStatement(
      serverUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    await ownerStatement(serverUrl, `drop database if exists ${database}`);
  });
  await ownerStatement(serverUrl, `drop role if exists ${quotedName(`${name}_app`)}`);
}
