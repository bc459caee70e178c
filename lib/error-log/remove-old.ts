import type { Database } from '../../db/client.ts';

/** How long an entry is kept (ERR-3): a school year, and the beginning of the next. */
export const KEPT_DAYS = 400;

const AT_ONCE = 10_000;

/**
 * Removes entries of every district that are older than they are kept. In parts, so that nobody waits for it; two workers
 * that do so at once remove the same.
 *
 * @returns how many there were
 */
export async function removeOldErrors(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  let removed = 0;
  for (const { id } of await db.shared<{ id: string }>('select id from district order by id')) {
    let part: number;
    do {
      part = await db.inDistrict(id, (tx) =>
        tx.run(
          `delete from error_log e where e.district_id = $1 and e.id in (
             select o.id from error_log o where o.district_id = $1 and o.occurred_at < $2
              order by o.occurred_at limit ${AT_ONCE})`,
          [tx.districtId, before],
        ),
      );
      removed += part;
    } while (part === AT_ONCE);
  }
  return removed;
}
