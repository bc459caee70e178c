import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';

const AT_ONCE = 10_000;

/**
 * Removes rows of a table in every district. In parts, so that nobody waits for it; two workers that do so at once remove
 * the same.
 *
 * @param table of the schema
 * @param condition on a row `o` of it, with `$2` for the moment
 * @returns how many there were
 */
export async function removeInParts(
  db: Database,
  table: string,
  condition: string,
  moment: Date,
): Promise<number> {
  let removed = 0;
  for (const { id } of await db.shared<{ id: DistrictId }>('select id from district order by id')) {
    let part: number;
    do {
      part = await db.inDistrict(id, (tx) =>
        tx.run(
          `delete from ${table} t where t.district_id = $1 and t.id in (
             select o.id from ${table} o where o.district_id = $1 and ${condition} limit ${AT_ONCE})`,
          [tx.districtId, moment],
        ),
      );
      removed += part;
    } while (part === AT_ONCE);
  }
  return removed;
}
