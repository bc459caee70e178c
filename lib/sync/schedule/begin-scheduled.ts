import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { commitSchedule } from '../../../db/schema/guards.ts';
import type { Context } from '../../context.ts';
import { beginCommit } from '../commit/begin-commit.ts';
import { carryApproval } from '../guards/carry-approval.ts';
import { latestRun } from '../run/run.ts';
import { dropSchedule, scheduleRow } from '../run/schedule-row.ts';
import { asScheduler } from './as-scheduler.ts';
import { failSchedule } from './fail-schedule.ts';
import { NOT_STARTED } from './texts.ts';

const setValidation = defineCommand(
  'set the validation of the scheduled commit',
  (orm, p: Params<{ validationId: string }>) =>
    orm
      .update(commitSchedule)
      .set({ validationId: asStored(p.validationId, commitSchedule.validationId) })
      .where(inDistrict(commitSchedule)),
);

/**
 * Part of a validation's end. If the validation was run for a scheduled commit, the commit starts, or waits for approval
 * where its changes exceed a limit and were not approved (SYNC-13). Nothing for any other validation.
 */
export async function beginScheduled(ctx: Context, tx: Transaction, jobId: string): Promise<void> {
  const schedule = await scheduleRow(tx);
  if (schedule?.jobId !== jobId || schedule.failure !== null) return;
  const run = await latestRun(tx);
  if (!run?.validationId) return;
  const { validationId } = run;
  const now = new Date();
  const admin = await asScheduler({ ...ctx, now }, tx, schedule);
  const failure =
    now > schedule.latestAt ? NOT_STARTED.tooLate : admin ? undefined : NOT_STARTED.noLongerAllowed;
  await carryApproval(ctx, tx, { ...run, validationId }, schedule);
  if (failure || !admin) {
    await setValidation(tx, { validationId });
    return failSchedule(tx, { newId: ctx.newId, now }, schedule, failure ?? NOT_STARTED.noLongerAllowed);
  }
  await dropSchedule(tx);
  await beginCommit(admin, tx, run, { scheduledFor: schedule.dueAt });
}
