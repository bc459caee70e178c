import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrationNames } from '../pending-migrations.ts';

const FOLDER = join(import.meta.dirname, '..', 'migrations');
const PROTECT = '0066_protect_on_citus';
const FORCING = /(?<!no )force row level security/i;

test('no migration binds a table’s owner but by app.protect, which does not on Citus: rows that are moved would be lost', () => {
  const forcing = migrationNames
    .filter((name) => name > PROTECT)
    .filter((name) => FORCING.test(readFileSync(join(FOLDER, `${name}.sql`), 'utf8')));
  expect(forcing).toEqual([]);
  expect(migrationNames).toContain(PROTECT);
  expect(FORCING.test('alter table "t" FORCE ROW LEVEL SECURITY')).toBe(true);
  expect(FORCING.test('alter table "t" no force row level security')).toBe(false);
});
