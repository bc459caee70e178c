import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { RunRow } from '../run/run.ts';
import { OVERDUE } from './reasons.ts';
import type { Schedule } from './schema.ts';

export interface ScheduleRow {
  id: string;
  runId: string;
  validationId: string;
  kind: Schedule['when'];
  dueAt: Date;
  latestAt: Date;
  scheduledAt: Date;
  scheduledBy: string;
  scheduledById: string;
  jobId: string | null;
  failure: string | null;
}

/** The district's scheduled commit, be it of a validation that has been replaced. */
export const scheduleRow = (tx: Transaction): Promise<ScheduleRow | undefined> =>
  tx.row(
    `select id, run_id as "runId", validation_id as "validationId", kind, due_at as "dueAt",
            latest_at as "latestAt", scheduled_at as "scheduledAt", scheduled_by as "scheduledBy",
            scheduled_by_id as "scheduledById", job_id as "jobId", failure
       from commit_schedule where district_id = $1`,
    [tx.districtId],
  );

/** It goes with the validation, as a hold does (SYNC-13). */
export const isOf = (schedule: ScheduleRow, run: RunRow | undefined): run is RunRow =>
  run?.status === 'validated' && run.id === schedule.runId && run.validationId === schedule.validationId;

export const dropSchedule = (tx: Transaction): Promise<number> =>
  tx.run('delete from commit_schedule where district_id = $1', [tx.districtId]);

/** The scheduled commit of a run as the page shows it; null where there is none. */
export async function viewSchedule(ctx: Context, tx: Transaction, run: RunRow): Promise<Schedule | null> {
  const schedule = await scheduleRow(tx);
  if (!schedule || !isOf(schedule, run)) return null;
  const beginning = schedule.failure === null && schedule.jobId !== null;
  const overdue = !beginning && ctx.now > schedule.latestAt;
  return {
    when: schedule.kind,
    dueAt: schedule.dueAt.toISOString(),
    latestAt: schedule.latestAt.toISOString(),
    scheduledBy: schedule.scheduledBy,
    scheduledAt: schedule.scheduledAt.toISOString(),
    beginning,
    failure: schedule.failure ?? (overdue ? OVERDUE : null),
  };
}
