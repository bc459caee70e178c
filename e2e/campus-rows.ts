import { textRows } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { HR_TABLES } from '../lib/sync/testing/hr-tables.ts';

export type CampusRows = Record<(typeof HR_TABLES)[number], Record<string, unknown>[]>;

/**
 * Everything in a district's Campus that HR can write, row by row with the transaction that wrote it (`xmin`): two
 * equal answers mean that no row was written in between, not even with the same values.
 */
export function campusRows({ db, district }: Context): Promise<CampusRows> {
  return db.inDistrict(district.id, async (tx) => {
    const rows = {} as CampusRows;
    for (const table of HR_TABLES)
      rows[table] = await textRows(
        tx,
        `select *, xmin::text from ${table} where district_id = $1 order by id`,
        [tx.districtId],
      );
    return rows;
  });
}

/** The people who hold a staff number, as stored. */
export const holdersOf = async (ctx: Context, staffNumber: string): Promise<Record<string, unknown>[]> =>
  (await campusRows(ctx)).person.filter((person) => person.staff_number === staffNumber);
