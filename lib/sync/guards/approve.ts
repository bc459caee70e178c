import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { commitHold } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden } from '../../failure.ts';
import { lockLatestRun } from '../run/run.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { holdOf, viewHold } from './hold.ts';
import type { Hold } from './schema.ts';
import { readGuards } from './settings.ts';

const approve = defineCommand(
  'approve a held commit',
  (orm, p: Params<{ id: string; approvedAt: Date; approvedBy: string; reason: string }>) =>
    orm
      .update(commitHold)
      .set({
        approvedAt: asStored(p.approvedAt, commitHold.approvedAt),
        approvedBy: asStored(p.approvedBy, commitHold.approvedBy),
        reason: asStored(p.reason, commitHold.reason),
      })
      .where(and(inDistrict(commitHold), eq(commitHold.id, p.id), isNull(commitHold.approvedAt))),
);

/**
 * Approves a held commit: it goes on when it is asked for again (SYNC-13). The approval belongs to the validation; a new
 * validation is checked again.
 * @throws Conflict when nothing is held; Forbidden for the user who asked for the commit, where a second person is required
 */
export function approveHold(ctx: Context, { reason }: { reason: string }): Promise<Hold> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    const hold = run?.status === 'validated' ? await holdOf(tx, run) : undefined;
    if (!run || !hold) throw new Conflict(SYNC_TEXTS.nothingHeld());
    if (hold.approvedAt) throw new Conflict(SYNC_TEXTS.alreadyApproved(hold.approvedBy ?? ''));
    const { secondPerson } = await readGuards(tx);
    if (secondPerson && ctx.actor.kind === 'user' && ctx.actor.id === hold.requestedById)
      throw new Forbidden(SYNC_TEXTS.secondPersonNeeded());
    await approve(tx, { id: hold.id, approvedAt: ctx.now, approvedBy: ctx.actor.name, reason });
    await recordAudit(ctx, tx, {
      action: 'sync.approve',
      target: run.id,
      detail: { limits: hold.limits, reason },
    });
    return (await viewHold(ctx, tx, run)) as Hold;
  });
}
