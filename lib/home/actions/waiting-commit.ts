import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import { viewHold } from '../../sync/guards/hold.ts';
import { latestRun } from '../../sync/run/run.ts';
import { viewSchedule } from '../../sync/schedule/view-schedule.ts';
import { type Action, action } from './schema.ts';

/** A commit that was held, approved but not requested again, or scheduled and not started. */
export async function waitingCommit(ctx: Context, tx: Transaction): Promise<Action[]> {
  const run = await latestRun(tx);
  if (run?.status !== 'validated' || run.jobKind) return [];
  const people = Math.max(1, run.staffTransferred);
  const hold = await viewHold(ctx, tx, run);
  if (hold?.approvedAt)
    return [action('commitApproved', people, { runId: run.id, at: new Date(hold.approvedAt) })];
  if (hold)
    // Who requested it can't approve it where a second person is required.
    return hold.mayApprove
      ? [
          action('commitHeld', people, {
            runId: run.id,
            at: new Date(hold.heldAt),
            subject: hold.requestedBy,
          }),
        ]
      : [];
  const schedule = await viewSchedule(ctx, tx, run);
  return schedule?.failure
    ? [action('commitNotStarted', people, { runId: run.id, subject: schedule.failure })]
    : [];
}
