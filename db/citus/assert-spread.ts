import type pg from 'pg';

/**
 * Beside Citus a migration can be carried out before the extension is created, or after `campus distribute`. In between its new
 * table would be spread and those that it refers to would not; and migrations of old data use what Citus refuses.
 *
 * @throws Error saying what to do, if migrations are outstanding in between
 */
export async function assertSpread(owner: pg.ClientBase, outstanding: readonly string[]): Promise<void> {
  if (outstanding.length === 0) return;
  const { rowCount: hasCitus } = await owner.query(`select from pg_extension where extname = 'citus'`);
  if (!hasCitus) return;
  const { rowCount: isSpread } = await owner.query(
    `select from pg_dist_partition where logicalrelid = to_regclass('public.person')`,
  );
  if (isSpread) return;
  throw new Error(
    'The database has the extension citus, and its tables are not distributed yet. Drop the extension (drop extension citus), run `campus migrate`, create the extension again, then run `campus distribute`.',
  );
}
