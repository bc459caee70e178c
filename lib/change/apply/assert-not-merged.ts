import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { Moved } from '../campus-changed.ts';
import type { Change } from '../change.ts';

/**
 * After locations were written: none of their addresses was merged into another one meanwhile. The foreign key has locked
 * these addresses by now, so that a merge that has not been seen yet waits, and then sees the new location.
 * @throws Moved when one was
 */
export async function assertNotMerged(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const ids = new Set<string>();
  for (const change of changes)
    if (
      change.table === 'householdLocation' &&
      change.after &&
      change.after.addressId !== change.before?.addressId
    )
      ids.add(change.after.addressId);
  if (ids.size === 0) return;
  const merged = await tx.tuples(
    'select 1 from address where district_id = $1 and id = any($2::uuid[]) and merged_into is not null limit 1',
    [tx.districtId, arrayLiteral([...ids])],
  );
  if (merged.length > 0) throw new Moved('an address was merged meanwhile');
}
