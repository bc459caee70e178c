import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { appRoleUrl } from './app-role.ts';
import { migrate } from './migrate.ts';
import { ownerStatement } from './owner-statement.ts';
import { migrationNames } from './pending-migrations.ts';
import { asOwner } from './testing/database.ts';
import { emptyDatabase } from './testing/empty-database.ts';

/** Earlier states are of no release that anybody runs. bench/upgrade.ts upgrades such states with data, under load. */
const FLOOR = '0052_hidden_steps';
const PASSWORD = 'of the app';
const ROLE = `campus_upgraded_${randomBytes(4).toString('hex')}`;

/** What a migration makes, without what differs between two databases that are alike: order, times, storage. */
const SHAPE = `
  select 'column' as kind, table_schema || '.' || table_name || '.' || column_name as name,
         concat_ws(' ', data_type, is_nullable, column_default, generation_expression) as what
    from information_schema.columns where table_schema in ('public', 'app')
  union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) || convalidated
    from pg_constraint where connamespace in ('public'::regnamespace, 'app'::regnamespace)
  union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) || indisvalid
    from pg_index join pg_class c on c.oid = indexrelid
   where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace)
  union all select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid)
    from pg_proc p where pronamespace = 'app'::regnamespace and prokind = 'f'
  union all select 'policy', polrelid::regclass || '.' || polname, pg_get_expr(polqual, polrelid)
    from pg_policy
  union all select 'right', c.oid::regclass::text, string_agg(a.privilege_type, ',' order by a.privilege_type)
    from pg_class c, aclexplode(c.relacl) a
   where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and a.grantee = $1::regrole group by c.oid
  union all select 'setting', c.oid::regclass::text, array_to_string(c.reloptions, ',')
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.reloptions is not null
  order by 1, 2, 3`;

const roleUrl = (ownerUrl: string): string => {
  const url = new URL(appRoleUrl(ownerUrl, PASSWORD));
  // The rights are compared too, so both databases have the same role.
  url.username = ROLE;
  return url.href;
};

test('a database that is updated from each migration to the next is the same as a new one', async () => {
  // Registered first, so done last: a role can't go before the databases in which it has rights.
  onTestFinished(async () => void (await asOwner(`drop role if exists ${ROLE}`)));
  const updated = await emptyDatabase();
  for (const name of migrationNames.filter((name) => name >= FLOOR))
    await migrate(updated, roleUrl(updated), name);
  const made = await emptyDatabase();
  await migrate(made, roleUrl(made));
  expect(await ownerStatement(updated, SHAPE, [ROLE])).toEqual(await ownerStatement(made, SHAPE, [ROLE]));
});

const WRITTEN_FROM = `
  select form, written_from <= now() as now, written_from < now() + interval '25 hours' as within_a_day from app.new_form`;

test('a new form of rows is written at once in a new database, and a day after an update where there are districts', async () => {
  onTestFinished(async () => void (await asOwner(`drop role if exists ${ROLE}`)));
  const made = await emptyDatabase();
  await migrate(made, roleUrl(made));
  const form = 'known records by pointer';
  expect(await ownerStatement(made, WRITTEN_FROM)).toContainEqual({ form, now: true, within_a_day: true });

  const updated = await emptyDatabase();
  await migrate(updated, roleUrl(updated), '0069_operators_by_age');
  await ownerStatement(
    updated,
    `insert into district (id, short_id, app_name, name, time_zone)
     values (gen_random_uuid(), 1, 'campus', 'Grand Bend', 'America/Chicago')`,
  );
  await migrate(updated, roleUrl(updated));
  expect(await ownerStatement(updated, WRITTEN_FROM)).toContainEqual({
    form,
    now: false,
    within_a_day: true,
  });
});
