import { z } from 'zod';
import { NOTIFICATION_TYPES } from './types.ts';

export const userSchema = z.object({ id: z.uuid(), name: z.string(), username: z.string() });

/** Someone who can be chosen as a recipient. */
export type User = z.infer<typeof userSchema>;

export const notificationSchema = z.object({
  id: z.uuid(),
  type: z.enum(NOTIFICATION_TYPES),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  /** `reachable` is false for a user who is disabled or has lost the tool rights: no message is sent. */
  recipients: z.array(userSchema.extend({ reachable: z.boolean() })),
});
export type Notification = z.infer<typeof notificationSchema>;

export const MAX_RECIPIENTS = 500;

/** What is saved: the recipients are all of them. */
export const notificationEditSchema = z.strictObject({
  type: z.enum(NOTIFICATION_TYPES),
  recipients: z.array(z.uuid()).max(MAX_RECIPIENTS),
});
export type NotificationEdit = z.infer<typeof notificationEditSchema>;

export const candidatesSchema = z.object({ data: z.array(userSchema), more: z.boolean() });
export type Candidates = z.infer<typeof candidatesSchema>;
