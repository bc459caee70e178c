import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { Moved } from '../campus-changed.ts';
import type { ChangeOf } from '../change.ts';

/**
 * Removes positions that nothing is linked to. One that was linked since the plan was made stays, and the batch is
 * planned again so that the answer names it (POS-11); the foreign key of section_staff is the last word.
 */
export async function removePositions(
  tx: Transaction,
  removals: readonly (ChangeOf<'districtAssignment'> & { op: 'delete' })[],
): Promise<void> {
  if (removals.length === 0) return;
  const removed = await tx.run(
    `delete from district_assignment d
      where d.district_id = $1 and d.id = any($2::uuid[])
        and not exists (select 1 from section_staff l where l.district_id = $1 and l.assignment_id = d.id)`,
    [tx.districtId, arrayLiteral(removals.map((change) => change.id))],
  );
  if (removed !== removals.length) throw new Moved('a position was linked or removed meanwhile');
}
