import type { TestProject } from 'vitest/node';
import { migrate } from '../migrate.ts';
import { testAppUrl, testEnvironment } from './environment.ts';
import { onCitus, throwAwayDatabase } from './throw-away-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's URL of the migrated test database: for seeds, migrations and the catalogue. */
    ownerUrl: string;
    /** Of the embedded server; empty on a given one. For what only the server's files show. */
    superuserUrl: string;
    /** The app's: what all else connects with. */
    appUrl: string;
  }
}

/** One migrated Postgres for the whole run, thrown away at its end: an embedded one, or TEST_DATABASE_URL's. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  Object.assign(process.env, testEnvironment);
  const { ownerUrl, superuserUrl, remove } = await throwAwayDatabase();
  try {
    const appUrl = testAppUrl(ownerUrl);
    await migrate(ownerUrl, appUrl);
    const citus = process.env.TEST_CITUS_SUPERUSER_URL;
    if (citus) await onCitus(ownerUrl, appUrl, citus);
    project.provide('ownerUrl', ownerUrl);
    project.provide('superuserUrl', superuserUrl ?? '');
    project.provide('appUrl', appUrl);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}
