import { type AnyColumn, and, inArray, lt } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import type { Command, Params } from '../../db/query.ts';
import { allDistricts } from '../district/find-district.ts';

const BATCH_ROWS = 10_000;

type DistrictTable = PgTable & { districtId: PgColumn; id: PgColumn };

/** For `defineCommand`: removes a batch of rows whose `moment` is before a given one. */
export const removal =
  (table: DistrictTable, moment: AnyColumn) => (orm: Orm, p: Params<{ before: Date }>) => {
    const old = orm
      .select({ id: table.id })
      .from(table)
      .where(and(inDistrict(table), lt(moment, p.before)))
      .limit(BATCH_ROWS);
    return orm.delete(table).where(and(inDistrict(table), inArray(table.id, old)));
  };

/**
 * Removes rows in every district. In batches, so that nobody waits for it; two workers may do so at once.
 * @returns how many there were
 */
export async function removeInBatches(
  db: Database,
  remove: Command<{ before: Date }>,
  before: Date,
): Promise<number> {
  let removed = 0;
  for (const { id } of await allDistricts(db)) {
    let batch: number;
    do {
      batch = await db.inDistrict(id, (tx) => remove(tx, { before }));
      removed += batch;
    } while (batch === BATCH_ROWS);
  }
  return removed;
}
