import { inject } from 'vitest';
import { type Database, openDatabase } from '../client.ts';
import { ownerStatement } from '../owner-statement.ts';

let opened: Database | undefined;

/** One pool for all test files of a worker, as the app's role. The worker's end closes it. */
export function testDatabase(): Database {
  opened ??= openDatabase(inject('appUrl'), { max: 6 });
  return opened;
}

/** One statement as the database's owner; row level security binds the owner too. */
export const asOwner = <R extends Record<string, unknown>>(
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> => ownerStatement<R>(inject('ownerUrl'), text, values);
