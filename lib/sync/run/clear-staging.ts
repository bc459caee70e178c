import type { Transaction } from '../../../db/client.ts';

/**
 * Removes everything the district has staged: what a run transferred is of no use once another begins. Call by call, as the
 * staging's key begins: by the district alone Postgres would read what all districts have staged.
 */
export async function clearStaging(tx: Transaction): Promise<void> {
  await tx.run(
    `delete from staged_staff
      where district_id = $1 and call_id = any(array(select id from staged_call where district_id = $1))`,
    [tx.districtId],
  );
  await tx.run('delete from set_aside_staff where district_id = $1', [tx.districtId]);
  await tx.run('delete from unchanged_staff where district_id = $1', [tx.districtId]);
  await tx.run('delete from staged_call where district_id = $1', [tx.districtId]);
}
