import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what_it_adds` writes the next migration; db/migrations/README.md says how to finish it. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
