import type { Context } from '../../context.ts';

/** Of the run that is validated the last five validations are kept, of an earlier run its own. */
export const KEPT = 5;

/**
 * Removes the district's validations that are kept no longer, and those that were never finished, once `validationId` is
 * whole. One that another job has begun since is let alone: its id is later.
 */
export function keepVersions(
  ctx: Context,
  { runId, validationId }: { runId: string; validationId: string },
): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const gone = await tx.rows<{ id: string }>(
      `select v.id from validation v join sync_run r on r.district_id = $1 and r.id = v.run_id
        where v.district_id = $1 and v.id < $3 and v.id is distinct from r.validation_id
          and (v.run_id <> $2 or v.summary = '{}' or v.id not in (
                select k.id from validation k
                 where k.district_id = $1 and k.run_id = $2 and k.summary <> '{}' order by k.id desc limit $4))`,
      [tx.districtId, runId, validationId, KEPT],
    );
    const ids = gone.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.run('delete from difference where district_id = $1 and validation_id = any($2::uuid[])', [
      tx.districtId,
      ids,
    ]);
    await tx.run('delete from validation where district_id = $1 and id = any($2::uuid[])', [
      tx.districtId,
      ids,
    ]);
  });
}
