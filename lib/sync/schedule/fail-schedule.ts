import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { commitSchedule } from '../../../db/schema/guards.ts';
import type { Context } from '../../context.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { type ScheduleRow, scheduleRow } from '../run/schedule-row.ts';
import { SCHEDULE_TEXTS } from './texts.ts';

const setFailure = defineCommand(
  'set why the scheduled commit did not start',
  (orm, p: Params<{ id: string; failure: string }>) =>
    orm
      .update(commitSchedule)
      .set({ failure: asStored(p.failure, commitSchedule.failure) })
      .where(and(inDistrict(commitSchedule), eq(commitSchedule.id, p.id), isNull(commitSchedule.failure))),
);

/** A scheduled commit does not start. The page shows why until the run goes on, and its recipients are notified (NOT-4). */
export async function failSchedule(
  tx: Transaction,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  { id, scheduledBy }: Pick<ScheduleRow, 'id' | 'scheduledBy'>,
  failure: string,
): Promise<void> {
  const failed = await setFailure(tx, { id, failure });
  if (failed === 0) return;
  await sendMessages(tx, newId, {
    type: 'HR Sync Commit',
    subject: SCHEDULE_TEXTS.didNotStart(),
    body: SCHEDULE_TEXTS.didNotStartBody(failure, scheduledBy),
    link: '/business-office/synchronization?step=commit',
    eventKey: `schedule:${id}`,
    createdAt: now,
  });
}

/** The same when the schedule's validation failed as a whole; nothing for any other job. */
export async function failScheduled(
  tx: Transaction,
  at: Pick<Context, 'newId' | 'now'>,
  jobId: string,
  failure: string,
): Promise<void> {
  const schedule = await scheduleRow(tx);
  if (schedule?.jobId === jobId) await failSchedule(tx, at, schedule, failure);
}
