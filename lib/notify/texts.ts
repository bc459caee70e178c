import type { StaffEvent } from '../../db/schema/records.ts';
import { count } from '../text/numbers.ts';

const COUNTED: Record<StaffEvent, string> = {
  created: 'created',
  updated: 'updated',
  assignments: 'with updated District Assignments',
};

/** What recipients and those who choose them read. */
export const NOTIFY_TEXTS = {
  changed: (event: StaffEvent, name: string) =>
    event === 'assignments' ? `HR updated District Assignments of ${name}` : `HR ${event} ${name}`,
  changedBody: (staffNumber: string, actor: string) =>
    `Staff number ${staffNumber}, by ${actor}.\nChanges by HR within the next five minutes come as one message.`,
  changedTogether: (who: string | number) =>
    `HR changed ${typeof who === 'number' ? `${count(who)} staff members` : who}`,
  /** `counts` without events that did not happen; `first` and `last` are times of day. */
  changedCounts: (counts: readonly { event: StaffEvent; count: number }[], first: string, last: string) =>
    `${counts.map((one) => `${count(one.count)} ${COUNTED[one.event]}`).join(', ')}, ${
      first === last ? `at ${first}` : `from ${first} to ${last}`
    }.`,
  more: (people: number) => `and ${count(people)} more.`,
  unknownNotification: () => 'There is no such notification. Another user may have deleted it.',
  notARecipient: () => 'This user can’t be notified. The user does not exist or lacks the tool rights.',
  chooseEntitled: () => 'Choose a user with the tool right “District Employment” or “District Assignments”.',
  notAllRecipients: () => 'Not all of these users can be recipients.',
  recipientNeeded: () => 'A notification needs a recipient.',
  chooseRecipient: () => 'Choose at least one recipient.',
} as const;
