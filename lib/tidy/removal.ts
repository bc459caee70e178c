import { type AnyColumn, and, getTableName, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import type { Orm } from '../../db/orm.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import type { Kind } from '../retention/kinds.ts';

/** Rows removed in one transaction: some tenths of a second, so that nobody waits for it. */
export const BATCH_ROWS = 10_000;

/** What no setting changes: an expired token, say, a week after it expired. A held file expires a day after its last change. */
export type Fixed = 'week' | 'day';

/** What is older goes: the moment, and the least id that a row could have got in it. */
export interface Moment {
  before: Date;
  beforeId: string;
}
export type Old = Params<Moment>;

/** How rows of a table are removed that are older than a moment. */
export interface Removal {
  /** As the database names it. */
  table: string;
  kept: Kind | Fixed;
  /** Removes a batch; returns how many rows, fewer than `BATCH_ROWS` if none are left. */
  remove: (tx: Transaction, moment: Moment) => Promise<number>;
}

type DistrictTable = PgTable & { districtId: PgColumn; id: PgColumn };

/** A removal of the rows whose `moment` is before a given one. */
export const byMoment = (kept: Kind | Fixed, table: DistrictTable, moment: AnyColumn): Removal =>
  byCondition(kept, table, (_, p) => lt(moment, p.before));

/** A removal of the rows of a table with an id. `which` does not bind the table to the district. */
export const byCondition = (
  kept: Kind | Fixed,
  table: DistrictTable,
  which: (orm: Orm, p: Old) => SQL | undefined,
): Removal => ({
  table: getTableName(table),
  kept,
  remove: defineCommand(`remove old rows: ${getTableName(table)}`, (orm, p: Old) => {
    const old = orm
      .select({ id: table.id })
      .from(table)
      .where(and(inDistrict(table), which(orm, p)))
      .limit(BATCH_ROWS);
    return orm.delete(table).where(and(inDistrict(table), inArray(table.id, old)));
  }),
});

/** The same of a table whose rows have no id, but a place within something else. */
export const byPlace = (
  kept: Kind,
  table: PgTable & { districtId: PgColumn },
  place: readonly AnyColumn[],
  which: (orm: Orm, p: Old) => SQL | undefined,
): Removal => ({
  table: getTableName(table),
  kept,
  remove: defineCommand(`remove old rows: ${getTableName(table)}, ${kept}`, (orm, p: Old) => {
    const columns = sql.join([...place], sql`, `);
    const old = orm
      .select(Object.fromEntries(place.map((column) => [column.name, sql`${column}`])))
      .from(table)
      .where(and(inDistrict(table), which(orm, p)))
      .limit(BATCH_ROWS);
    return orm.delete(table).where(and(inDistrict(table), sql`(${columns}) in ${old}`));
  }),
});
