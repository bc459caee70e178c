import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { sendMessages } from '../../notify/send-messages.ts';
import { type ScheduleRow, scheduleRow } from './schedule-row.ts';

/** A scheduled commit that does not begin: the page says why until something else happens, and it is told of (NOT-4). */
export async function failSchedule(
  tx: Transaction,
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  { id, scheduledBy }: Pick<ScheduleRow, 'id' | 'scheduledBy'>,
  failure: string,
): Promise<void> {
  const failed = await tx.run(
    'update commit_schedule set failure = $3 where district_id = $1 and id = $2 and failure is null',
    [tx.districtId, id, failure],
  );
  if (failed === 0) return;
  await sendMessages(tx, newId, {
    type: 'HR Sync Commit',
    subject: 'A scheduled commit did not begin',
    body: `${failure}\n\nIt was scheduled by ${scheduledBy}. Commit, or schedule it again.`,
    link: '/business-office/synchronization?step=commit',
    eventKey: `schedule:${id}`,
    createdAt: now,
  });
}

/** The same where its validation could not be carried out; nothing for another job. */
export async function failScheduled(
  tx: Transaction,
  at: Pick<Context, 'newId' | 'now'>,
  jobId: string,
  failure: string,
): Promise<void> {
  const schedule = await scheduleRow(tx);
  if (schedule?.jobId === jobId) await failSchedule(tx, at, schedule, failure);
}
