import { insertUser } from '../../auth/testing/user.ts';
import type { Context } from '../../context.ts';
import { listMessages } from '../../messages/list.ts';
import type { Message } from '../../messages/schema.ts';
import { createNotification } from '../save-notification.ts';
import type { NotificationType } from '../types.ts';

/** A user who is notified of these types. @returns the user's id */
export async function insertRecipient(
  ctx: Context,
  username: string,
  ...types: NotificationType[]
): Promise<string> {
  const id = await insertUser(ctx, { username, name: `Robin ${username}`, rights: ['District Employment'] });
  for (const type of types) await createNotification(ctx, { type, recipients: [id] });
  return id;
}

export const asUser = (ctx: Context, id: string): Context => ({
  ...ctx,
  actor: { kind: 'user', id, name: 'Robin', username: 'robin' },
});

/** The first page of a user's Message Center. */
export const inboxOf = async (ctx: Context, id: string): Promise<Message[]> =>
  (await listMessages(asUser(ctx, id), { page: 1, unread: false })).data;
