import { z } from 'zod';
import { NOTIFICATION_TYPES } from '../notify/types.ts';

export const messageSchema = z.object({
  id: z.uuid(),
  type: z.enum(NOTIFICATION_TYPES),
  subject: z.string(),
  /** Plain text; lines are lines. */
  body: z.string(),
  /** A path below the base path. */
  link: z.string().nullable(),
  createdAt: z.iso.datetime(),
  read: z.boolean(),
});
export type Message = z.infer<typeof messageSchema>;

export const inboxSchema = z.object({
  data: z.array(messageSchema),
  more: z.boolean(),
  total: z.int().nonnegative(),
  unread: z.int().nonnegative(),
});
export type Inbox = z.infer<typeof inboxSchema>;

/** Which of the user's own messages. */
export const chosenSchema = z.strictObject({ ids: z.array(z.uuid()).min(1).max(1000) });
export type Chosen = z.infer<typeof chosenSchema>;
