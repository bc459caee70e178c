import { and, desc, eq, lt, ne, notInArray, or, sql } from 'drizzle-orm';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import { difference, unchangedStaff, validation } from '../../../db/schema/validation.ts';
import type { Context } from '../../context.ts';

/** Of the run that is validated the last five validations are kept, of an earlier run its own. */
export const KEPT_VERSIONS = 5;

/** A validation whose job did not finish has no summary. */
const isFinished = sql<boolean>`${validation.summary} <> '{}'`;

const outdated = defineQuery(
  'validations that are kept no longer',
  (orm, p: Params<{ runId: string; validationId: string; kept: number }>) => {
    const latest = orm
      .select({ id: validation.id })
      .from(validation)
      .where(and(inDistrict(validation), eq(validation.runId, p.runId), isFinished))
      .orderBy(desc(validation.id))
      .limit(p.kept);
    return orm
      .select({ id: validation.id })
      .from(validation)
      .innerJoin(syncRun, and(inDistrict(syncRun), eq(syncRun.id, validation.runId)))
      .where(
        and(
          inDistrict(validation),
          lt(validation.id, p.validationId),
          sql`${validation.id} is distinct from ${syncRun.validationId}`,
          or(ne(validation.runId, p.runId), sql`not ${isFinished}`, notInArray(validation.id, latest)),
        ),
      );
  },
);
const removeEntries = defineCommand(
  'remove entries of validations',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm.delete(difference).where(and(inDistrict(difference), isOneOf(difference.validationId, p.ids))),
);
const removeUnchanged = defineCommand(
  'remove unchanged people of validations',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .delete(unchangedStaff)
      .where(and(inDistrict(unchangedStaff), isOneOf(unchangedStaff.validationId, p.ids))),
);
const removeValidations = defineCommand('remove validations', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm.delete(validation).where(and(inDistrict(validation), isOneOf(validation.id, p.ids))),
);

/**
 * Removes the district's validations that are kept no longer, and those that never finished, once `validationId` is
 * complete. One that another job has begun since stays: its id is later.
 */
export function keepVersions(
  ctx: Context,
  { runId, validationId }: { runId: string; validationId: string },
): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const found = await outdated(tx, { runId, validationId, kept: KEPT_VERSIONS });
    if (found.length === 0) return;
    const ids = found.map(({ id }) => id);
    await removeEntries(tx, { ids });
    await removeUnchanged(tx, { ids });
    await removeValidations(tx, { ids });
  });
}
