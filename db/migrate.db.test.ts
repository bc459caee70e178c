import pg from 'pg';
import { expect, test } from 'vitest';
import { assertBound, openDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { migrationNames, pendingMigrations } from './pending-migrations.ts';
import { emptyDatabase } from './testing/empty-database.ts';

const key = Buffer.alloc(32, 1);

async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Everything in the catalogue that a migration could touch, with the transaction that wrote it. */
const CATALOGUE = `
  select 'table' as kind, relname::text as name, xmin::text from pg_class
   where relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'pgboss'::regnamespace) and relacl is null
  union all select 'constraint', conname, xmin::text from pg_constraint
  union all select 'policy', polname, xmin::text from pg_policy
  union all select 'function', proname, xmin::text from pg_proc where pronamespace in ('app'::regnamespace, 'pgboss'::regnamespace)
  union all select 'migration', name, xmin::text from app.migration
  order by 1, 2, 3`;

test('two at once and one more make one database, and the later ones change nothing', async () => {
  const ownerUrl = await emptyDatabase();
  const [one, two] = await Promise.all([migrate(ownerUrl, key), migrate(ownerUrl, key)]);
  expect(one).toEqual(two);
  const before = await query(ownerUrl, CATALOGUE);
  await migrate(ownerUrl, key);
  expect(await query(ownerUrl, CATALOGUE)).toEqual(before);
  const names = await query<{ name: string }>(ownerUrl, 'select name from app.migration order by name');
  expect(names.map(({ name }) => name)).toEqual(migrationNames);
});

test('the app signs in with what CAMPUS_KEY says, and no longer with what an older one said', async () => {
  const ownerUrl = await emptyDatabase();
  const before = await migrate(ownerUrl, key);
  const after = await migrate(ownerUrl, Buffer.alloc(32, 2));
  const db = openDatabase(after.appUrl, { max: 1 });
  await assertBound(db);
  expect(await pendingMigrations(db)).toEqual([]);
  await db.close();
  await expect(query(before.appUrl, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test("a database with somebody else's tables is left as it is", async () => {
  const ownerUrl = await emptyDatabase();
  await query(ownerUrl, 'create table invoice (id int)');
  await expect(migrate(ownerUrl, key)).rejects.toThrow(/tables that Campus BOI did not make/);
  const schemas = await query<{ nspname: string }>(
    ownerUrl,
    "select nspname from pg_namespace where nspname in ('app', 'pgboss')",
  );
  expect(schemas).toEqual([]);
});
