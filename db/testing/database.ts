import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../client.ts';
import { ownerStatement } from '../owner-statement.ts';

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
export const asOwner = <R extends Record<string, unknown>>(
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> => ownerStatement<R>(inject('ownerUrl'), text, values);
