import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { commitSchedule } from '../../../db/schema/guards.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { submitJob } from '../run/jobs.ts';
import { lockLatestRun, type RunRow } from '../run/run.ts';
import { dropSchedule, isScheduleOf, scheduleRow } from '../run/schedule-row.ts';
import { asScheduler } from './as-scheduler.ts';
import { failSchedule } from './fail-schedule.ts';
import { NOT_STARTED } from './texts.ts';

const setJob = defineCommand('set the scheduled commit’s validation', (orm, p: Params<{ jobId: string }>) =>
  orm
    .update(commitSchedule)
    .set({ jobId: asStored(p.jobId, commitSchedule.jobId) })
    .where(inDistrict(commitSchedule)),
);

/**
 * The time of a scheduled commit has come: submits a validation, which starts the commit when it ends
 * (begin-scheduled.ts). Calling it again does nothing.
 */
export function runScheduled(ctx: Context, { scheduleId }: { scheduleId: string }): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    const schedule = await scheduleRow(tx);
    if (schedule?.id !== scheduleId || schedule.jobId !== null || schedule.failure !== null) return;
    if (!isScheduleOf(schedule, run)) {
      await dropSchedule(tx);
      return;
    }
    const failure = reasonNotToStart(ctx.now, schedule.latestAt, run);
    const admin = failure ? undefined : await asScheduler(ctx, tx, schedule);
    if (!admin) return failSchedule(tx, ctx, schedule, failure ?? NOT_STARTED.noLongerAllowed);
    await validateAgain(admin, tx, run);
  });
}

function reasonNotToStart(now: Date, latestAt: Date, run: RunRow): string | undefined {
  if (now > latestAt) return NOT_STARTED.tooLate;
  if (run.jobKind) return NOT_STARTED.jobRunning;
  return undefined;
}

async function validateAgain(ctx: Context, tx: Transaction, run: RunRow): Promise<void> {
  const total = run.staffTransferred + run.setAside;
  const jobId = await submitJob(ctx, tx, { runId: run.id, kind: 'validate', total });
  await setJob(tx, { jobId });
  await recordAudit(ctx, tx, { action: 'sync.validate', target: run.id, detail: { scheduled: true } });
}
