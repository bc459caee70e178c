import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { appRoleUrl } from './app-role.ts';
import { assertBound, openDatabase } from './client.ts';
import { migrate } from './migrate.ts';
import { migrationNames, pendingMigrations } from './pending-migrations.ts';
import { asOwner } from './testing/database.ts';
import { emptyDatabase } from './testing/empty-database.ts';

const PASSWORD = 'of the app';

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
  const appUrl = appRoleUrl(ownerUrl, PASSWORD);
  await Promise.all([migrate(ownerUrl, appUrl), migrate(ownerUrl, appUrl)]);
  const before = await query(ownerUrl, CATALOGUE);
  await migrate(ownerUrl, appUrl);
  expect(await query(ownerUrl, CATALOGUE)).toEqual(before);
  const names = await query<{ name: string }>(ownerUrl, 'select name from app.migration order by name');
  expect(names.map(({ name }) => name)).toEqual(migrationNames);
});

test('the app signs in with the password of its URL, and no longer with the one before', async () => {
  const ownerUrl = await emptyDatabase();
  const before = appRoleUrl(ownerUrl, PASSWORD);
  const after = appRoleUrl(ownerUrl, 'another: with @ and % in it');
  await migrate(ownerUrl, before);
  await migrate(ownerUrl, after);
  const db = openDatabase(after, { max: 1 });
  await assertBound(db);
  expect(await pendingMigrations(db)).toEqual([]);
  await db.close();
  await expect(query(before, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test("the role of web and worker may have every name except the owner's", async () => {
  const name = `campus-web-${randomBytes(4).toString('hex')}`;
  // Registered first, so done last: a role can't go before the database in which it has rights.
  onTestFinished(async () => void (await asOwner(`drop role if exists "${name}"`)));
  const ownerUrl = await emptyDatabase();
  await expect(migrate(ownerUrl, ownerUrl)).rejects.toThrow(/need a role of their own/);
  const own = new URL(appRoleUrl(ownerUrl, PASSWORD));
  own.username = name;
  await migrate(ownerUrl, own.href);
  const db = openDatabase(own.href, { max: 1 });
  await assertBound(db);
  await db.close();
});

test("a database with somebody else's tables is left as it is", async () => {
  const ownerUrl = await emptyDatabase();
  await query(ownerUrl, 'create table invoice (id int)');
  await expect(migrate(ownerUrl, appRoleUrl(ownerUrl, PASSWORD))).rejects.toThrow(
    /tables that Campus BOI did not make/,
  );
  const schemas = await query<{ nspname: string }>(
    ownerUrl,
    "select nspname from pg_namespace where nspname in ('app', 'pgboss')",
  );
  expect(schemas).toEqual([]);
});
