import { and, eq, notExists } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf, ONE } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { districtAssignment, sectionStaff } from '../../../db/schema/person.ts';
import { CampusChanged } from '../campus-changed.ts';
import type { Change } from '../change.ts';

const removeUnlinked = defineCommand(
  'remove positions without sections',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm.delete(districtAssignment).where(
      and(
        inDistrict(districtAssignment),
        isOneOf(districtAssignment.id, p.ids),
        notExists(
          orm
            .select(ONE)
            .from(sectionStaff)
            .where(and(inDistrict(sectionStaff), eq(sectionStaff.assignmentId, districtAssignment.id))),
        ),
      ),
    ),
);

/**
 * Removes positions that nothing is linked to. One that was linked since the plan was made stays, and the batch is
 * planned again so that the answer names it (POS-11); the foreign key of section_staff is the last word.
 */
export async function removePositions(
  tx: Transaction,
  removals: readonly Pick<Change, 'id'>[],
): Promise<void> {
  const removed = await removeUnlinked(tx, { ids: removals.map((change) => change.id) });
  if (removed !== removals.length) throw new CampusChanged('a position was linked or removed meanwhile');
}
