import { and, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, defineQuery } from '../../../db/query.ts';
import { setAsideStaff, stagedCall, stagedStaff } from '../../../db/schema/staging.ts';
import { unchangedStaff } from '../../../db/schema/validation.ts';

/** A call that is just copying a slice ends that first; its next slice finds no call. */
const lockCalls = defineQuery('lock the transfer calls', (orm) =>
  orm.select({ id: stagedCall.id }).from(stagedCall).where(inDistrict(stagedCall)).for('update'),
);
const deleteStaged = defineCommand('delete the staged staff', (orm) => {
  const calls = orm.select({ id: stagedCall.id }).from(stagedCall).where(inDistrict(stagedCall));
  return orm
    .delete(stagedStaff)
    .where(and(inDistrict(stagedStaff), sql`${stagedStaff.callId} = any(array(${calls}))`));
});
const deleteSetAside = defineCommand('delete the records set aside', (orm) =>
  orm.delete(setAsideStaff).where(inDistrict(setAsideStaff)),
);
const deleteUnchanged = defineCommand('delete what validations found unchanged', (orm) =>
  orm.delete(unchangedStaff).where(inDistrict(unchangedStaff)),
);
const deleteCalls = defineCommand('delete the transfer calls', (orm) =>
  orm.delete(stagedCall).where(inDistrict(stagedCall)),
);

/**
 * Removes everything the district has staged: once another run begins, nobody reads it any more. Deletes by (district,
 * call) because the staging's key starts with the call; by district alone Postgres would scan every district's staging.
 */
export async function clearStaging(tx: Transaction): Promise<void> {
  await lockCalls(tx);
  await deleteStaged(tx);
  await deleteSetAside(tx);
  await deleteUnchanged(tx);
  await deleteCalls(tx);
}
