import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../client.ts';

let opened: Database | undefined;

/** The test file's pool, as the app's role. */
export function testDatabase(): Database {
  opened ??= openDatabase(inject('appUrl'), { max: 6 });
  return opened;
}

afterAll(async () => {
  await opened?.close();
});

/** One statement as the database's owner, whom row level security binds too. */
export async function asOwner<R extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}
