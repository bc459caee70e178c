import { and, eq, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, ZERO } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address } from '../../../db/schema/household.ts';
import { unnested } from '../../../db/unnested.ts';
import { CampusChanged } from '../campus-changed.ts';
import type { PlannedPerson } from '../planned-person.ts';

/** Each is looked up by itself (`ZERO`): with the statistics of an empty table, every address of the district was read. */
const mergedAddress = defineQuery(
  'a merged address of these',
  (orm, p: Params<{ ids: readonly string[] }>) => {
    const asked = unnested('asked', { id: [address.id, p.ids] });
    const merged = orm
      .select({ id: address.id })
      .from(address)
      .where(and(inDistrict(address), eq(address.id, asked.columns.id), isNotNull(address.mergedInto)))
      .offset(ZERO)
      .as('merged');
    return orm.select({ id: merged.id }).from(asked.table).crossJoinLateral(merged).limit(1);
  },
);

/**
 * After locations were written: none of their addresses was merged into another one meanwhile. The foreign key has locked
 * these addresses by now, so that a merge that has not been seen yet waits, and then sees the new location.
 * @throws CampusChanged when one was
 */
export async function assertNotMerged(tx: Transaction, plans: readonly PlannedPerson[]): Promise<void> {
  const ids = new Set<string>();
  for (const change of plans.flatMap((plan) => plan.changes))
    if (
      change.table === 'householdLocation' &&
      change.after &&
      change.after.addressId !== change.before?.addressId
    )
      ids.add(change.after.addressId);
  if (ids.size === 0) return;
  if (await mergedAddress.first(tx, { ids: [...ids] }))
    throw new CampusChanged('an address was merged meanwhile');
}
