import type { NotificationType } from '../../../../lib/notify/types.ts';
import { count } from '../../../../lib/text/numbers.ts';

/** The sentences of the notifications page. */
export const NOTIFICATION_TEXTS = {
  lead: () => 'Who gets a message when HR changes staff, or when a synchronization is committed.',
  explained: {
    'HR-Staff':
      'HR created or updated a staff member or District Assignments, one call at a time. The first message comes immediately; further changes within five minutes come as one message.',
    'HR Sync Commit':
      'A staff synchronization was committed. The message says how many succeeded, who failed, and links to the results. Recipients also get messages about feeds, many open errors and silent vendors.',
  } satisfies Record<NotificationType, string>,

  noNotifications: () => 'Choose New, then pick an event and its recipients.',
  recipientsHelp: (missingRights: string | undefined) =>
    missingRights
      ? `To add recipients: ${missingRights}`
      : 'Users with tool rights to District Employment or District Assignments, by name or username.',
  chooseRecipient: () => 'Choose at least one recipient.',
  noRecipients: () => 'No recipients chosen.',
  usersNotLoaded: () => 'The users could not be loaded. Try again.',
  noUsersMatch: () => 'No user with these tool rights matches.',
  moreUsersMatch: () => 'More users match. Type more of the name.',
  willBeDeleted: () => 'If all the recipients are removed, a notification is deleted.',
  limits: () =>
    'Recipients of “HR Sync Commit” get one message when a limit is exceeded, not one for each error. Users who chose it below get an e-mail, too.',
  errorLimit: () => 'More errors than this that are neither resolved nor ignored.',
  errorHours: () => 'How old these errors may be. A week has 168 hours.',
  silentDays: () => 'For an API client that has called before. Home lists it from then on, too.',
  numberNeeded: (least: number, most: number) =>
    `Enter a whole number from ${count(least)} to ${count(most)}.`,
  limitsSaved: () => 'The limits were saved.',
  saved: () => 'The notification was saved.',
  deleted: () => 'The notification was deleted.',
};
