import { errorCode } from './client.ts';
import { ownerStatement, quotedName } from './owner-statement.ts';

/** Somebody is connected whom this role may not end: autovacuum, or the app's role. */
const NOT_ALLOWED = '42501';

/**
 * Drops a database and its app's role, for tests and benches. `force` fails as a whole if it may not end one of the sessions;
 * without it, Postgres cancels autovacuum and waits up to five seconds until the others have ended by themselves.
 *
 * @param serverUrl a role that made the database, in another database of the server
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const drop = `drop database if exists ${quotedName(name)}`;
  await ownerStatement(serverUrl, `${drop} with (force)`).catch((error) => {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    return ownerStatement(serverUrl, drop);
  });
  await ownerStatement(serverUrl, `drop role if exists ${quotedName(`${name}_app`)}`);
}
