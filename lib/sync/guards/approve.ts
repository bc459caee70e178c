import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../failure.ts';
import { lockLatestRun } from '../run/run.ts';
import { holdOf, viewHold } from './hold.ts';
import type { Hold } from './schema.ts';
import { readGuards } from './settings.ts';

/**
 * Lets a held commit go on when it is asked for again (SYNC-13). Goes with the validation: after another one the limits
 * are looked at anew.
 * @throws Conflict when nothing is held; Forbidden for whoever asked for the commit, where a second person is wanted
 */
export function approveHold(ctx: Context, { reason }: { reason: string }): Promise<Hold> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    const hold = run?.status === 'validated' ? await holdOf(tx, run) : undefined;
    if (!run || !hold) throw new Conflict('No commit is held now. Look at the synchronization as it stands.');
    if (hold.approvedAt) throw new Conflict(`${hold.approvedBy} has approved this commit already.`);
    const { secondPerson } = await readGuards(tx);
    if (secondPerson && ctx.actor.kind === 'user' && ctx.actor.id === hold.requestedById)
      throw new Forbidden('You asked for this commit: another admin has to approve it.');
    await tx.run(
      `update commit_hold set approved_at = $3, approved_by = $4, reason = $5
        where district_id = $1 and id = $2 and approved_at is null`,
      [tx.districtId, hold.id, ctx.now, ctx.actor.name, reason],
    );
    await recordAudit(ctx, tx, {
      action: 'sync.approve',
      target: run.id,
      detail: { limits: hold.limits, reason },
    });
    return (await viewHold(ctx, tx, run)) as Hold;
  });
}
