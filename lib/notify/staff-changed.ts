import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { NOTICES_QUEUE, sendJob } from '../jobs/queue.ts';
import { sendMessages } from './send-messages.ts';

/** What a single call of HR's did (NOT-1). */
export type StaffEvent = 'created' | 'updated' | 'assignments';

export interface StaffChange {
  event: StaffEvent;
  personId: string;
  staffNumber: string;
}

const WINDOW_MS = 5 * 60_000;

/**
 * Tells the recipients of *HR-Staff* of a single change, in its transaction: the first at once, what follows in the next
 * five minutes is gathered for one message (NOT-4). A district that nobody asked to be told of costs one round trip.
 *
 * Whoever gathers holds the window's row shared until they commit; whoever opens or ends a window takes it for themselves.
 * So no change is gathered for a window that has been told of already.
 */
export async function tellStaffChanged(ctx: Context, tx: Transaction, change: StaffChange): Promise<void> {
  const next = { id: ctx.newId(), endsAt: new Date(ctx.now.getTime() + WINDOW_MS) };
  for (;;) {
    const [opened, window] = await Promise.all([
      tx.run(
        `update staff_notice_window set window_id = $2, ends_at = $3
          where district_id = $1 and (window_id is null or ends_at <= $4)`,
        [tx.districtId, next.id, next.endsAt, ctx.now],
      ),
      tx.row<{ id: string | null }>(
        'select window_id as id from staff_notice_window where district_id = $1 for share',
        [tx.districtId],
      ),
    ]);
    if (!window) return;
    if (opened > 0) return tellFirst(ctx, tx, change, next);
    // Null: it ended between the two statements.
    if (window.id !== null) return gather(ctx, tx, change, window.id);
  }
}

async function tellFirst(
  ctx: Context,
  tx: Transaction,
  change: StaffChange,
  window: { id: string; endsAt: Date },
): Promise<void> {
  const { name } = (await tx.row<{ name: string }>(
    `select last_name || ', ' || first_name as name from identity
      where district_id = $1 and person_id = $2 and current`,
    [tx.districtId, change.personId],
  )) ?? { name: change.staffNumber };
  await sendMessages(tx, ctx.newId, {
    type: 'HR-Staff',
    subject: firstSubject(change.event, name),
    body:
      `Staff number ${change.staffNumber}, by ${ctx.actor.name}.\n` +
      'What HR changes in the next five minutes comes as one message.',
    link: `/staff/${change.personId}`,
    eventKey: `staff:${window.id}`,
    createdAt: ctx.now,
  });
  const address = { districtId: tx.districtId, jobId: window.id };
  await sendJob(ctx.db, tx, NOTICES_QUEUE, address, window.endsAt);
}

const firstSubject = (event: StaffEvent, name: string): string =>
  event === 'assignments' ? `HR updated District Assignments of ${name}` : `HR ${event} ${name}`;

async function gather(ctx: Context, tx: Transaction, change: StaffChange, windowId: string): Promise<void> {
  await tx.run(
    `insert into staff_notice (district_id, id, window_id, event, staff_number, name, occurred_at)
     select $1, $2, $3, $4, $5, last_name || ', ' || first_name, $6 from identity
      where district_id = $1 and person_id = $7 and current`,
    [tx.districtId, ctx.newId(), windowId, change.event, change.staffNumber, ctx.now, change.personId],
  );
}
