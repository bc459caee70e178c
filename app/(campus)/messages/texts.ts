import { counted } from '../../../lib/text/numbers.ts';

/** The sentences of the message center. */
export const MESSAGE_TEXTS = {
  lead: (): string => 'Messages of your Business Office Notifications: what HR changed and committed.',
  noMessages: (): string =>
    'You get a message when HR changes staff or a synchronization is committed, if you are a recipient of a Business Office Notification for it.',
  deleted: (messages: number): string =>
    messages === 1 ? 'The message was deleted.' : `${counted(messages, 'message', 'messages')} were deleted.`,
};
