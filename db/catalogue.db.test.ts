import { beforeAll, expect, inject, test } from 'vitest';
import { asOwner } from './testing/database.ts';

/** Shared by all districts. */
const SHARED = ['district'];

const OURS = "n.nspname = 'public'";
let tables: string[];

beforeAll(async () => {
  const found = await asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('r', 'p') order by 1`,
  );
  tables = found.map(({ name }) => name);
});

const districtTables = () => tables.filter((table) => !SHARED.includes(table));

test('every district table lets even its owner see one district only', async () => {
  const found = await asOwner<{ name: string }>(
    `select c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_policy p on p.polrelid = c.oid
      where ${OURS} and c.relrowsecurity and c.relforcerowsecurity
        and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, c.oid) = pg_get_expr(p.polwithcheck, c.oid)
        and pg_get_expr(p.polqual, c.oid) like '%district_id = %current_setting(''app.district_id''::text, true)%'
      group by c.relname having count(*) = 1 order by 1`,
  );
  expect(found.map(({ name }) => name)).toEqual(districtTables());
  expect(districtTables().length).toBeGreaterThan(30);
});

test('no table has a second policy that would widen the first', async () => {
  const policies = await asOwner(
    'select polname, polrelid::regclass::text from pg_policy where polname <> $1',
    ['one_district'],
  );
  expect(policies).toEqual([]);
});

test('every district table has a district, never null', async () => {
  const found = await asOwner<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid
      where ${OURS} and c.relkind in ('r', 'p') and a.attname = 'district_id' and a.attnotnull
        and a.atttypid = 'uuid'::regtype order by 1`,
  );
  expect(found.map(({ name }) => name)).toEqual(districtTables());
});

test('every district table has a primary key; it and every other unique key begin with district_id (the staging’s ends with it)', async () => {
  const keys = await asOwner<{ table: string; first: string; primary: boolean; holds: boolean }>(
    `select c.relname as table, i.indisprimary as primary, pg_get_indexdef(i.indexrelid, 1, true) as first,
            exists (select from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)
                                                 and a.attname = 'district_id') as holds
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and (i.indisunique or i.indisexclusion) order by 1`,
  );
  const ofDistricts = keys.filter(({ table }) => !SHARED.includes(table));
  const others = ofDistricts.filter(({ first }) => first !== 'district_id');
  expect(others.map(({ table }) => table)).toEqual(['staged_staff']);
  // Without it Citus could not say that a key is unique: each node knows its own districts only.
  expect(ofDistricts.filter(({ holds }) => !holds)).toEqual([]);
  expect(ofDistricts.filter(({ primary }) => primary).map(({ table }) => table)).toEqual(districtTables());
});

test('every foreign key carries district_id first and has an index that begins with its columns', async () => {
  const keys = await asOwner<{ table: string; from: string[]; to: string[]; indexed: boolean }>(
    `select conrelid::regclass::text as table,
            array(select attname::text from unnest(conkey) with ordinality k(n, o)
                    join pg_attribute on attrelid = conrelid and attnum = k.n order by o) as from,
            array(select attname::text from unnest(confkey) with ordinality k(n, o)
                    join pg_attribute on attrelid = confrelid and attnum = k.n order by o) as to,
            exists (select from pg_index i
                     where i.indrelid = conrelid and i.indisvalid and i.indpred is null
                       and (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(conkey)] = conkey) as indexed
       from pg_constraint join pg_namespace n on n.oid = connamespace where ${OURS} and contype = 'f'`,
  );
  expect(keys.length).toBeGreaterThan(30);
  expect(keys.filter((key) => key.from[0] !== 'district_id' || key.to[0] !== 'district_id')).toEqual([]);
  expect(keys.filter((key) => !key.indexed)).toEqual([]);
});

test('a statement has no hidden effects: no triggers, rules, cascades or set null', async () => {
  const triggers = await asOwner(
    `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not tgisinternal`,
  );
  const rules = await asOwner(`select rulename from pg_rules where schemaname = 'public'`);
  const actions = await asOwner(
    `select conname from pg_constraint join pg_namespace n on n.oid = connamespace
      where ${OURS} and contype = 'f' and (confdeltype <> 'a' or confupdtype <> 'a')`,
  );
  expect({ triggers, rules, actions }).toEqual({ triggers: [], rules: [], actions: [] });
});

test('every view has the rights of the role that reads it', async () => {
  const views = await asOwner(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('v', 'm') and not 'security_invoker=true' = any(coalesce(c.reloptions, '{}'))`,
  );
  expect(views).toEqual([]);
});

const appRole = () => decodeURIComponent(new URL(inject('appUrl')).username);

test("the app's role is nobody: no superuser, no BYPASSRLS, member of nothing, owner of nothing", async () => {
  const roles = await asOwner(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
            exists (select from pg_auth_members where member = r.oid) as member,
            exists (select from pg_shdepend where refobjid = r.oid and deptype = 'o') as owner
       from pg_roles r where rolname = $1`,
    [appRole()],
  );
  expect(roles).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      member: false,
      owner: false,
    },
  ]);
});

test("the app's role reads and writes rows and no more", async () => {
  const rights = await asOwner<{ table: string; rights: string }>(
    `select c.relname as table, string_agg(a.privilege_type, ',' order by a.privilege_type) as rights
       from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      where ${OURS} and c.relkind in ('r', 'p') and a.grantee = $1::regrole group by 1 order by 1`,
    [appRole()],
  );
  const expected: Record<string, string> = { audit_event: 'INSERT,SELECT', district: 'SELECT' };
  expect(rights).toEqual(
    tables.map((table) => ({ table, rights: expected[table] ?? 'DELETE,INSERT,SELECT,UPDATE' })),
  );
  // The generated columns of names call name_key, which reads nothing. Those of the tidy job and of the
  // operator's page: db/migrations/0055_kept_data.sql, 0058_operator.sql, 0069_operators_by_age.sql; of calls: 0068_callers.sql.
  const [more] = await asOwner(
    `select has_schema_privilege($1, 'public', 'create') or has_schema_privilege($1, 'app', 'create')
         or has_schema_privilege($1, 'pgboss', 'create') or has_database_privilege($1, current_database(), 'create')
         as create,
       bool_or(has_function_privilege($1, p.oid, 'execute')) filter (where p.proname not in
         ('set_district', 'name_key', 'take_tidy_turns', 'set_tidy_turn', 'remove_old_audit', 'open_operator_link', 'operator_of', 'note_operator',
          'end_operator', 'operator_events', 'open_district', 'remove_old_operators', 'note_caller')) as functions
       from pg_proc p where p.pronamespace = 'app'::regnamespace`,
    [appRole()],
  );
  expect(more).toEqual({ create: false, functions: false });
});

test('the app’s role has no right on the tables of the operator’s page, nor on the functions that make links', async () => {
  const [may] = await asOwner(
    `select bool_or(has_table_privilege($1, c.oid, 'select, insert, update, delete')) as tables,
            bool_or(has_function_privilege($1, p.oid, 'execute')) as functions
       from pg_class c, pg_proc p
      where c.relnamespace = 'app'::regnamespace and c.relname in ('operator_session', 'operator_event')
        and p.pronamespace = 'app'::regnamespace
        and p.proname in ('make_operator_link', 'end_all_operators', 'operator_session_of')`,
    [appRole()],
  );
  expect(may).toEqual({ tables: false, functions: false });
});
