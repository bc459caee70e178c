import pg from 'pg';

/**
 * Takes back from spread tables that their policy binds the owner, too: an earlier release or somebody's statement may have forced it.
 * Citus would move no rows from node to node, and drop the original all the same (db/migrations/0066_protect_on_citus.sql).
 */
export async function unbindOwner(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_dist_partition p join pg_class c on c.oid = p.logicalrelid
      where c.relforcerowsecurity`,
  );
  for (const { name } of rows)
    await owner.query(`alter table ${pg.escapeIdentifier(name)} no force row level security`);
}
