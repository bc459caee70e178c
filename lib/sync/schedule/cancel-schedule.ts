import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { lockLatestRun } from '../run/run.ts';
import { dropSchedule, isScheduleOf, scheduleRow } from '../run/schedule-row.ts';
import { SCHEDULE_TEXTS } from './texts.ts';

/** The run stays validated. A validation that runs for the schedule goes on. @throws Conflict when nothing is scheduled */
export function cancelSchedule(ctx: Context): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    const schedule = await scheduleRow(tx);
    if (!schedule || !isScheduleOf(schedule, run)) throw new Conflict(SCHEDULE_TEXTS.nothingScheduled());
    await dropSchedule(tx);
    await recordAudit(ctx, tx, {
      action: 'sync.unschedule',
      target: run.id,
      detail: { when: schedule.kind, dueAt: schedule.dueAt },
    });
  });
}
