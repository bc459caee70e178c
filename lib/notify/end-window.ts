import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { type StaffEvent, staffNotice, staffNoticeWindow } from '../../db/schema/records.ts';
import type { District } from '../context.ts';
import { newId } from '../new-id.ts';
import { sendMessages } from './send-messages.ts';
import { NOTIFY_TEXTS } from './texts.ts';

/** People that the message names; the directory has all. */
const MAX_NAMED = 20;

const closeWindow = defineCommand('close the window of notices', (orm, p: Params<{ windowId: string }>) =>
  orm
    .update(staffNoticeWindow)
    .set({ windowId: null, endsAt: null })
    .where(and(inDistrict(staffNoticeWindow), eq(staffNoticeWindow.windowId, p.windowId))),
);
const takeNotices = defineQuery('take the notices of a window', (orm, p: Params<{ windowId: string }>) =>
  orm
    .delete(staffNotice)
    .where(and(inDistrict(staffNotice), eq(staffNotice.windowId, p.windowId)))
    .returning({
      event: staffNotice.event,
      staffNumber: staffNotice.staffNumber,
      name: staffNotice.name,
      occurredAt: staffNotice.occurredAt,
    }),
);
export type Notice = Awaited<ReturnType<typeof takeNotices>>[number];

/**
 * Ends the five minutes after a message about HR's single changes: the changes collected since become one message
 * (NOT-4). Calling it again does nothing.
 */
export function endNoticeWindow(
  db: Database,
  district: District,
  { windowId }: { windowId: string },
): Promise<void> {
  return db.inDistrict(district.id, async (tx) => {
    await closeWindow(tx, { windowId });
    const notices = await takeNotices(tx, { windowId });
    if (notices.length === 0) return;
    await sendMessages(tx, newId, {
      type: 'HR-Staff',
      ...gatheredMessage(notices, district.timeZone),
      link: '/staff',
      eventKey: `staff:${windowId}:rest`,
      createdAt: new Date(),
    });
  });
}

const EVENTS: readonly StaffEvent[] = ['created', 'updated', 'assignments'];

/** The message about the changes of one window. Pure. */
export function gatheredMessage(
  notices: readonly Notice[],
  timeZone: string,
): { subject: string; body: string } {
  const inOrder = notices.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const people = new Map(inOrder.map((notice) => [notice.staffNumber.toUpperCase(), notice]));
  const counts = EVENTS.map((event) => ({
    event,
    count: notices.filter((notice) => notice.event === event).length,
  })).filter(({ count }) => count > 0);
  const time = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' });
  const first = time.format(inOrder[0]?.occurredAt);
  const last = time.format(inOrder.at(-1)?.occurredAt);
  const named = [...people.values()].slice(0, MAX_NAMED);
  const [only] = named;
  return {
    subject: NOTIFY_TEXTS.changedTogether(only && people.size === 1 ? only.name : people.size),
    body: [
      NOTIFY_TEXTS.changedCounts(counts, first, last),
      '',
      ...named.map(({ name, staffNumber }) => `${name} (${staffNumber})`),
      ...(people.size > MAX_NAMED ? [NOTIFY_TEXTS.more(people.size - MAX_NAMED)] : []),
    ].join('\n'),
  };
}
