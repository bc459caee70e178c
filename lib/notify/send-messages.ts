import { and, eq, exists } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, ONE } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { appUser } from '../../db/schema/access.ts';
import { message, notification, notificationRecipient } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { mayBeNotified } from './may-be-notified.ts';
import type { NotificationType } from './types.ts';

export interface NewMessage {
  type: NotificationType;
  subject: string;
  body: string;
  /** A path below the base path. */
  link: string;
  /** The event that the message reports: each recipient gets one message of it, whatever is retried (NOT-4). */
  eventKey: string;
  createdAt: Date;
}

/** Ordered by id, so that two who send at once don't deadlock. */
const recipientsOf = defineQuery('recipients of a type', (orm, p: Params<{ type: NotificationType }>) => {
  const named = orm
    .select(ONE)
    .from(notificationRecipient)
    .innerJoin(
      notification,
      and(
        inDistrict(notification),
        eq(notification.id, notificationRecipient.notificationId),
        eq(notification.type, p.type),
      ),
    )
    .where(and(inDistrict(notificationRecipient), eq(notificationRecipient.userId, appUser.id)));
  return orm
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(inDistrict(appUser), mayBeNotified, exists(named)))
    .orderBy(appUser.id);
});

const messages = rowWriter(message, [
  'id',
  'userId',
  'type',
  'subject',
  'body',
  'link',
  'eventKey',
  'createdAt',
]);

/**
 * Sends one message to each recipient of a type, however many notifications name them, in the transaction of what it
 * reports. A user who is disabled or has lost the tool rights gets none (NOT-2).
 */
export async function sendMessages(
  tx: Transaction,
  newId: Context['newId'],
  message: NewMessage,
): Promise<void> {
  const recipients = await recipientsOf(tx, { type: message.type });
  const rows = recipients.map(({ id: userId }) => ({ ...message, id: newId(), userId }));
  await messages.insertNew(tx, rows, ['userId', 'eventKey']);
}

/** Sends a message that is about one user's own work to that user, whatever notifications name them. */
export async function sendMessageTo(
  tx: Transaction,
  newId: Context['newId'],
  userId: string,
  message: NewMessage,
): Promise<void> {
  await messages.insertNew(tx, [{ ...message, id: newId(), userId }], ['userId', 'eventKey']);
}
