import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { RunRow } from '../run/run.ts';
import { isScheduleOf, scheduleRow } from '../run/schedule-row.ts';
import type { Schedule } from './schema.ts';
import { NOT_STARTED } from './texts.ts';

/** The scheduled commit of a run as the page shows it; null where there is none. */
export async function viewSchedule(ctx: Context, tx: Transaction, run: RunRow): Promise<Schedule | null> {
  const schedule = await scheduleRow(tx);
  if (!schedule || !isScheduleOf(schedule, run)) return null;
  const beginning = schedule.failure === null && schedule.jobId !== null;
  const overdue = !beginning && ctx.now > schedule.latestAt;
  return {
    when: schedule.kind,
    dueAt: schedule.dueAt.toISOString(),
    latestAt: schedule.latestAt.toISOString(),
    scheduledBy: schedule.scheduledBy,
    scheduledAt: schedule.scheduledAt.toISOString(),
    beginning,
    failure: schedule.failure ?? (overdue ? NOT_STARTED.workerLate : null),
  };
}
