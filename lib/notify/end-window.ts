import type { Database } from '../../db/client.ts';
import type { District } from '../context.ts';
import { newId } from '../new-id.ts';
import { sendMessages } from './send-messages.ts';
import type { StaffEvent } from './staff-changed.ts';

/** People that the message itself names; the directory has all. */
const NAMED = 20;

export interface Notice {
  event: StaffEvent;
  staffNumber: string;
  name: string;
  occurredAt: Date;
}

/**
 * Ends the five minutes after a message about HR's single changes: what was gathered becomes one message (NOT-4). Doing
 * it again does nothing.
 */
export function endNoticeWindow(
  db: Database,
  district: District,
  { windowId }: { windowId: string },
): Promise<void> {
  return db.inDistrict(district.id, async (tx) => {
    await tx.run(
      'update staff_notice_window set window_id = null, ends_at = null where district_id = $1 and window_id = $2',
      [tx.districtId, windowId],
    );
    const notices = await tx.rows<Notice>(
      `delete from staff_notice where district_id = $1 and window_id = $2
       returning event, staff_number as "staffNumber", name, occurred_at as "occurredAt"`,
      [tx.districtId, windowId],
    );
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

const EVENTS: Record<StaffEvent, string> = {
  created: 'created',
  updated: 'updated',
  assignments: 'with updated District Assignments',
};

/** Pure: what the message says of the changes of one window. */
export function gatheredMessage(
  notices: readonly Notice[],
  timeZone: string,
): { subject: string; body: string } {
  const inOrder = notices.toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
  const people = new Map(inOrder.map((notice) => [notice.staffNumber.toUpperCase(), notice]));
  const counts = (Object.keys(EVENTS) as StaffEvent[])
    .map((event) => ({ event, count: notices.filter((notice) => notice.event === event).length }))
    .filter(({ count }) => count > 0)
    .map(({ event, count }) => `${count.toLocaleString('en-US')} ${EVENTS[event]}`);
  const time = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' });
  const first = time.format(inOrder[0]?.occurredAt);
  const last = time.format(inOrder.at(-1)?.occurredAt);
  const named = [...people.values()].slice(0, NAMED);
  const who = people.size === 1 ? named[0]?.name : `${people.size.toLocaleString('en-US')} staff members`;
  return {
    subject: `HR changed ${who}`,
    body: [
      `${counts.join(', ')}, ${first === last ? `at ${first}` : `from ${first} to ${last}`}.`,
      '',
      ...named.map(({ name, staffNumber }) => `${name} (${staffNumber})`),
      ...(people.size > NAMED ? [`and ${(people.size - NAMED).toLocaleString('en-US')} more.`] : []),
    ].join('\n'),
  };
}
