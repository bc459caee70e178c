import { defineConfig } from 'vitest/config';
import { testEnvironment } from './db/testing/environment.ts';

const source = '{app,bin,components,db,lib}/**';

/** Two kinds of tests: `pure` needs nothing, `db` runs on a real Postgres that db/testing/global-setup.ts starts. */
export default defineConfig({
  test: {
    env: testEnvironment,
    // No test file changes modules or the environment, so a worker keeps what it has imported for the next file.
    isolate: false,
    // The default leaves one of two cores to the database, which needs less.
    maxWorkers: 2,
    // For tests that hang. The slowest need seconds, and many times that on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        test: {
          name: 'pure',
          include: [`${source}/*.test.ts`],
          exclude: ['**/node_modules/**', '**/*.db.test.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: [`${source}/*.db.test.ts`],
          globalSetup: ['./db/testing/global-setup.ts'],
        },
      },
    ],
  },
});
