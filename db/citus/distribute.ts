import pg from 'pg';
import { roleOf } from '../app-role.ts';
import { grantRights } from '../grant-rights.ts';
import { quotedName } from '../owner-statement.ts';
import { citusFacts } from './facts.ts';
import { type CitusCheck, citusChecks } from './problems.ts';
import { spreadTables, unspreadTables } from './spread-tables.ts';
import { unbindOwner } from './unbind-owner.ts';

/** Of this database, for every connection to it. Each fault without it was seen. */
const settingsOf = (shards: number): Record<string, string> => ({
  // Without it a node does not hear `set local app.district_id`, and row level security hides every row.
  'citus.propagate_set_commands': 'local',
  // Without it a migration that makes a function after a table fails, for Citus had written to several nodes at once.
  'citus.multi_shard_modify_mode': 'sequential',
  // A table of a later migration must have as many, or it could not lie beside the others.
  'citus.shard_count': String(shards),
});

export interface Distributed {
  checks: CitusCheck[];
  /** The tables that were spread now; undefined if something is missing, or only checks were asked for. */
  spread?: string[];
}

/**
 * Spreads a migrated database over the nodes of its Citus cluster, with the rows that are in it. What is spread already is left
 * alone, so it can be called again. Web and worker must be stopped.
 *
 * @param shards into how many parts the districts are divided; of the first call, later ones keep it
 * @param onTable is called before each table
 */
export async function distribute(
  urls: { ownerUrl: string; appUrl: string },
  { shards, onlyCheck = false }: { shards: number; onlyCheck?: boolean },
  onTable: (name: string) => void = () => {},
): Promise<Distributed> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl, application_name: 'campus distribute' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    const checks = citusChecks(await citusFacts(owner, urls.appUrl));
    const isMissing = checks.some(({ problem }) => problem !== undefined);
    if (isMissing || onlyCheck) return { checks };
    await owner.query("select pg_advisory_lock(hashtextextended('campus migrate', 0))");
    await applySettings(owner, settingsOf((await shardsOf(owner)) ?? shards));
    const tables = await unspreadTables(owner);
    await spreadTables(owner, tables, onTable);
    await unbindOwner(owner);
    await grantRights(owner, roleOf(urls.appUrl).name);
    return { checks, spread: tables };
  } finally {
    await owner.end();
  }
}

async function applySettings(owner: pg.ClientBase, settings: Record<string, string>): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const database = quotedName(String(rows[0]?.name));
  for (const [name, value] of Object.entries(settings)) {
    await owner.query(`alter database ${database} set ${name} = ${pg.escapeLiteral(value)}`);
    await owner.query(`set ${name} = ${pg.escapeLiteral(value)}`);
  }
}

/** Undefined while nothing is spread. */
async function shardsOf(owner: pg.ClientBase): Promise<number | undefined> {
  const { rows } = await owner.query<{ shards: number }>(
    `select count(*)::int as shards from pg_dist_shard s join pg_dist_partition p using (logicalrelid)
      where p.partmethod = 'h' group by logicalrelid limit 1`,
  );
  return rows[0]?.shards;
}
