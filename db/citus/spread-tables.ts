import pg from 'pg';
import { districtTables } from '../district-tables.ts';

/** Shared by all districts: each node has a copy. */
const SHARED = ['district'];

/** What a table is on Citus. Nothing where it is on the coordinator alone. */
export async function spreadTableNames(owner: pg.ClientBase): Promise<Set<string>> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
      where c.relnamespace = 'public'::regnamespace and p.partmethod = 'h'
         or c.relname = any($1::text[]) and p.partmethod = 'n' and p.repmodel = 't'`,
    [SHARED],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Those that are still on the coordinator alone, with the shared ones first. */
export async function unspreadTables(owner: pg.ClientBase): Promise<string[]> {
  const spread = await spreadTableNames(owner);
  return [...SHARED, ...(await districtTables(owner)).reverse()].filter((name) => !spread.has(name));
}

/**
 * Spreads the tables over the nodes with the rows that are in them, in one transaction: all of them or none. Nobody may use
 * them meanwhile. Citus makes a foreign key only between tables that are spread, and a policy only without a subquery, so both
 * are removed before and made again after.
 *
 * @param owner of the tables, not in a transaction
 * @param onTable is called before each table
 */
export async function spreadTables(
  owner: pg.ClientBase,
  tables: readonly string[],
  onTable: (name: string) => void,
): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query("set local lock_timeout = '30s'");
    const keys = await foreignKeys(owner, tables);
    for (const { table, name } of keys) await owner.query(`alter table ${table} drop constraint ${name}`);
    for (const table of tables) {
      onTable(table);
      if (SHARED.includes(table)) await owner.query('select app.share($1)', [table]);
      else await spread(owner, table);
      // The rows are copied; these would stay on the coordinator's disk, where nobody sees them.
      await owner.query('select truncate_local_data_after_distributing_table($1)', [table]);
    }
    for (const { table, name, definition } of keys)
      await owner.query(`alter table ${table} add constraint ${name} ${definition}`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => {});
    throw error;
  }
}

/** Row level security would let neither the owner read the rows nor COPY write them. */
async function spread(owner: pg.ClientBase, table: string): Promise<void> {
  const quoted = pg.escapeIdentifier(table);
  await owner.query(`drop policy one_district on ${quoted}`);
  await owner.query(`alter table ${quoted} no force row level security`);
  await owner.query(`alter table ${quoted} disable row level security`);
  await owner.query(`select app.distribute($1, 'district_id')`, [table]);
  await owner.query('select app.protect($1)', [table]);
}

interface ForeignKey {
  /** Quoted, as `name`. */
  table: string;
  name: string;
  definition: string;
}

async function foreignKeys(owner: pg.ClientBase, tables: readonly string[]): Promise<ForeignKey[]> {
  const { rows } = await owner.query<ForeignKey>(
    `select quote_ident(c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and c.relname = any($1::text[])
      order by c.relname, k.conname`,
    [tables],
  );
  return rows;
}
