import { defineConfig } from 'vitest/config';
import { testEnvironment } from './db/testing/environment.ts';

const source = '{app,bin,components,db,lib}/**';

/** Two kinds of tests: `pure` needs nothing, `db` runs on a real Postgres that db/testing/global-setup.ts starts. */
export default defineConfig({
  test: {
    env: testEnvironment,
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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
