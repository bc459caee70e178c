import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { beginCommit } from '../commit/begin-commit.ts';
import { exceededLimits } from '../guards/exceeded.ts';
import { guardFigures } from '../guards/figures.ts';
import { holdOf } from '../guards/hold.ts';
import { readGuards } from '../guards/settings.ts';
import { latestRun, type RunRow } from '../run/run.ts';
import { beyondApproval } from './beyond-approval.ts';
import { failSchedule } from './fail-schedule.ts';
import { GONE, TOO_LATE } from './reasons.ts';
import { dropSchedule, type ScheduleRow, scheduleRow } from './schedule-row.ts';
import { inNameOf } from './who-scheduled.ts';

/**
 * Part of a validation's end: if it planned a scheduled commit anew, the commit begins, or is held where what it would
 * do now is above a limit and was not approved (SYNC-13). Nothing for any other validation.
 */
export async function beginScheduled(ctx: Context, tx: Transaction, jobId: string): Promise<void> {
  const schedule = await scheduleRow(tx);
  if (schedule?.jobId !== jobId || schedule.failure !== null) return;
  const run = await latestRun(tx);
  if (!run?.validationId) return;
  const now = new Date();
  const admin = await inNameOf({ ...ctx, now }, tx, schedule);
  const failure = now > schedule.latestAt ? TOO_LATE : admin ? undefined : GONE;
  await carryApproval(ctx, tx, run, schedule);
  if (failure || !admin) {
    await tx.run('update commit_schedule set validation_id = $2 where district_id = $1', [
      tx.districtId,
      run.validationId,
    ]);
    return failSchedule(tx, { newId: ctx.newId, now }, schedule, failure ?? GONE);
  }
  await dropSchedule(tx);
  await beginCommit(admin, tx, run, { scheduledFor: schedule.dueAt });
}

/** What was approved stays approved by the new validation, unless it has grown by more than its limit. */
async function carryApproval(
  ctx: Context,
  tx: Transaction,
  run: RunRow,
  schedule: ScheduleRow,
): Promise<void> {
  const hold = await holdOf(tx, schedule);
  if (!hold?.approvedAt) return;
  const settings = await readGuards(tx);
  const figures = await guardFigures(tx, run);
  const above = figures ? exceededLimits(settings, figures) : [];
  if (beyondApproval(settings, hold.limits, above).length > 0) return;
  await tx.run(
    `insert into commit_hold (district_id, id, run_id, validation_id, held_at, requested_by, requested_by_id, limits,
                              approved_at, approved_by, reason)
     select district_id, $2, run_id, $3, held_at, requested_by, requested_by_id, limits, approved_at, approved_by, reason
       from commit_hold where district_id = $1 and id = $4`,
    [tx.districtId, ctx.newId(), run.validationId, hold.id],
  );
}
