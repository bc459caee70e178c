import { and, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, ONE } from '../../db/conditions.ts';
import { personName } from '../../db/person-name.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { identity } from '../../db/schema/person.ts';
import { type StaffEvent, staffNotice, staffNoticeWindow } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { NOTICES_QUEUE, sendJob } from '../jobs/queue.ts';
import { sendMessages } from './send-messages.ts';
import { NOTIFY_TEXTS } from './texts.ts';

export type { StaffEvent } from '../../db/schema/records.ts';

export interface StaffChange {
  event: StaffEvent;
  personId: string;
  staffNumber: string;
}

const WINDOW_MS = 5 * 60_000;

const openWindow = defineCommand(
  'open a window of notices',
  (orm, p: Params<{ id: string; endsAt: Date; now: Date }>) =>
    orm
      .update(staffNoticeWindow)
      .set({
        windowId: asStored(p.id, staffNoticeWindow.windowId),
        endsAt: asStored(p.endsAt, staffNoticeWindow.endsAt),
      })
      .where(
        and(
          inDistrict(staffNoticeWindow),
          or(isNull(staffNoticeWindow.windowId), lte(staffNoticeWindow.endsAt, p.now)),
        ),
      ),
);
const holdWindow = defineQuery('hold the window of notices', (orm) =>
  orm
    .select({ id: staffNoticeWindow.windowId })
    .from(staffNoticeWindow)
    .where(inDistrict(staffNoticeWindow))
    .for('share'),
);

/**
 * Notifies the recipients of *HR-Staff* of a single change, in its transaction. The first change is sent at once; those
 * of the next five minutes are collected for one message (NOT-4). A district without recipients costs one round trip.
 *
 * A transaction that adds a notice holds the window's row shared until it commits; one that opens or ends a window
 * locks the row exclusively. So no notice is added to a window whose message was sent.
 */
export async function notifyStaffChanged(ctx: Context, tx: Transaction, change: StaffChange): Promise<void> {
  const next = { id: ctx.newId(), endsAt: new Date(ctx.now.getTime() + WINDOW_MS) };
  for (;;) {
    const [opened, window] = await Promise.all([
      openWindow(tx, { ...next, now: ctx.now }),
      holdWindow.first(tx),
    ]);
    if (!window) return;
    if (opened > 0) return notifyAtOnce(ctx, tx, change, next);
    // Null: it ended between the two statements.
    if (window.id !== null) return addNotice(ctx, tx, change, window.id);
  }
}

const nameOf = defineQuery('a person’s name for a message', (orm, p: Params<{ personId: string }>) =>
  orm
    .select({ name: personName })
    .from(identity)
    .where(and(inDistrict(identity), eq(identity.personId, p.personId), sql`${identity.current}`)),
);

async function notifyAtOnce(
  ctx: Context,
  tx: Transaction,
  { event, personId, staffNumber }: StaffChange,
  window: { id: string; endsAt: Date },
): Promise<void> {
  const { name } = (await nameOf.first(tx, { personId })) ?? { name: staffNumber };
  await sendMessages(tx, ctx.newId, {
    type: 'HR-Staff',
    subject: NOTIFY_TEXTS.changed(event, name),
    body: NOTIFY_TEXTS.changedBody(staffNumber, ctx.actor.name),
    link: `/staff/${personId}`,
    eventKey: `staff:${window.id}`,
    createdAt: ctx.now,
  });
  const address = { districtId: tx.districtId, jobId: window.id };
  await sendJob(ctx.db, tx, NOTICES_QUEUE, address, { startAfter: window.endsAt });
}

interface NewNotice extends StaffChange {
  id: string;
  windowId: string;
  occurredAt: Date;
}
const insertNotice = defineCommand('insert a notice of a window', (orm, p: Params<NewNotice>) =>
  orm
    .insert(staffNotice)
    .select(
      orm
        .select({
          districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
          id: sql`${p.id}::uuid`.as('id'),
          windowId: sql`${p.windowId}::uuid`.as('window_id'),
          event: sql`${p.event}::text`.as('event'),
          staffNumber: sql`${p.staffNumber}::text`.as('staff_number'),
          name: personName.as('name'),
          occurredAt: sql`${p.occurredAt}::timestamptz`.as('occurred_at'),
        })
        .from(identity)
        .where(and(inDistrict(identity), eq(identity.personId, p.personId), sql`${identity.current}`)),
    )
    .returning(ONE),
);

async function addNotice(
  ctx: Context,
  tx: Transaction,
  change: StaffChange,
  windowId: string,
): Promise<void> {
  await insertNotice(tx, { ...change, id: ctx.newId(), windowId, occurredAt: ctx.now });
}
