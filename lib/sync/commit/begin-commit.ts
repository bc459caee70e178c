import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { holdCommit } from '../guards/hold.ts';
import type { Exceeded } from '../guards/schema.ts';
import { submitJob } from '../run/jobs.ts';
import type { RunRow } from '../run/run.ts';
import { dropSchedule, isScheduleOf, scheduleRow } from '../run/schedule-row.ts';
import { transition } from '../run/transition.ts';

/**
 * Submits the job that commits a validated run, unless it is held; any schedule for this run is removed.
 * @returns the limits that hold it (SYNC-13), or the job's id
 */
export async function beginCommit(
  ctx: Context,
  tx: Transaction,
  run: RunRow,
  detail: Record<string, unknown> = {},
): Promise<{ limits: Exceeded[]; jobId?: never } | { limits?: never; jobId: string }> {
  const limits = await holdCommit(ctx, tx, run);
  if (limits.length > 0) return { limits };
  const schedule = await scheduleRow(tx);
  const replaced = schedule && isScheduleOf(schedule, run) && schedule.failure === null;
  await dropSchedule(tx);
  await transition(tx, run, 'beginCommit', ctx.now);
  const total = run.staffTransferred + run.setAside;
  const jobId = await submitJob(ctx, tx, { runId: run.id, kind: 'commit', total });
  await recordAudit(ctx, tx, {
    action: 'sync.commit',
    target: run.id,
    detail: { total, ...(replaced && { insteadOfScheduled: schedule.dueAt }), ...detail },
  });
  return { jobId };
}
