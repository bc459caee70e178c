import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { migrationNames } from './pending-migrations.ts';

const FOLDER = join(import.meta.dirname, 'migrations');
const migrations = migrationNames.map((name) => readFileSync(join(FOLDER, `${name}.sql`), 'utf8')).join('\n');

test('the migrations make what db/schema says: nothing is left to generate', async () => {
  const parts = readdirSync(join(import.meta.dirname, 'schema')).map((name) => import(`./schema/${name}`));
  const schema = Object.assign({}, ...(await Promise.all(parts)));
  const latest = migrationNames.length - 1;
  const snapshot = JSON.parse(
    readFileSync(join(FOLDER, 'meta', `${String(latest).padStart(4, '0')}_snapshot.json`), 'utf8'),
  );
  expect(
    await generateMigration(snapshot, generateDrizzleJson(schema, undefined, undefined, 'snake_case')),
  ).toEqual([]);
});

const tables = [...migrations.matchAll(/^create table "(\w+)"/gim)].map(([, name]) => name as string);

test.each(tables)('%s is spread by district before its foreign keys are made', (table) => {
  const spread = migrations.search(
    new RegExp(`app\\.(distribute\\('${table}', 'district_id'\\)|share\\('${table}'\\))`),
  );
  const firstKey = migrations.search(new RegExp(`alter table "${table}" add constraint .* foreign key`, 'i'));
  expect(spread).toBeGreaterThan(migrations.search(new RegExp(`create table "${table}"`, 'i')));
  if (firstKey !== -1) expect(spread).toBeLessThan(firstKey);
});
