import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { submitJob } from '../run/jobs.ts';
import { lockLatestRun, type RunRow } from '../run/run.ts';
import { failSchedule } from './fail-schedule.ts';
import { BUSY, GONE, TOO_LATE } from './reasons.ts';
import { dropSchedule, isOf, scheduleRow } from './schedule-row.ts';
import { inNameOf } from './who-scheduled.ts';

/**
 * The time of a scheduled commit has come: the transferred staff are planned anew, by a validation that the commit
 * follows (begin-scheduled.ts). Doing it again does nothing.
 */
export function runScheduled(ctx: Context, { scheduleId }: { scheduleId: string }): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    const schedule = await scheduleRow(tx);
    if (schedule?.id !== scheduleId || schedule.jobId !== null || schedule.failure !== null) return;
    if (!isOf(schedule, run)) {
      await dropSchedule(tx);
      return;
    }
    const failure = reasonAgainst(ctx.now, schedule.latestAt, run);
    const admin = failure ? undefined : await inNameOf(ctx, tx, schedule);
    if (!admin) return failSchedule(tx, ctx, schedule, failure ?? GONE);
    await planAnew(admin, tx, run);
  });
}

function reasonAgainst(now: Date, latestAt: Date, run: RunRow): string | undefined {
  if (now > latestAt) return TOO_LATE;
  if (run.jobKind) return BUSY;
  return undefined;
}

async function planAnew(ctx: Context, tx: Transaction, run: RunRow): Promise<void> {
  const total = run.staffTransferred + run.setAside;
  const jobId = await submitJob(ctx, tx, { runId: run.id, kind: 'validate', total });
  await tx.run('update commit_schedule set job_id = $2 where district_id = $1', [tx.districtId, jobId]);
  await recordAudit(ctx, tx, { action: 'sync.validate', target: run.id, detail: { scheduled: true } });
}
