import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { notification, notificationRecipient } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { mayBeNotified } from './may-be-notified.ts';
import type { Notification } from './schema.ts';
import { NOTIFY_TEXTS } from './texts.ts';

/** A row for each recipient; a notification always has one (NOT-3). */
const recipients = defineQuery('notifications with recipients', (orm, p: Params<{ id: string | null }>) =>
  orm
    .select({
      id: notification.id,
      type: notification.type,
      createdAt: notification.createdAt,
      createdBy: notification.createdBy,
      userId: appUser.id,
      name: appUser.name,
      username: appUser.username,
      reachable: sql<boolean>`${mayBeNotified}`,
    })
    .from(notification)
    .innerJoin(
      notificationRecipient,
      and(inDistrict(notificationRecipient), eq(notificationRecipient.notificationId, notification.id)),
    )
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, notificationRecipient.userId)))
    .where(and(inDistrict(notification), sql`(${p.id}::uuid is null or ${notification.id} = ${p.id})`))
    .orderBy(desc(notification.id), appUser.name, appUser.username),
);

/** Every notification of the district with its recipients, the newest first. */
export async function listNotifications(ctx: Context): Promise<{ data: Notification[] }> {
  return { data: await ctx.db.inDistrict(ctx.district.id, (tx) => notifications(tx, null)) };
}

/** @throws NotFound */
export async function readNotification(tx: Transaction, id: string): Promise<Notification> {
  const [notification] = await notifications(tx, id);
  if (!notification) throw noSuchNotification();
  return notification;
}

export const noSuchNotification = () => new NotFound(NOTIFY_TEXTS.unknownNotification());

async function notifications(tx: Transaction, id: string | null): Promise<Notification[]> {
  const found = new Map<string, Notification>();
  for (const { userId, name, username, reachable, createdAt, ...row } of await recipients(tx, { id })) {
    const known = found.get(row.id) ?? { ...row, createdAt: createdAt.toISOString(), recipients: [] };
    known.recipients.push({ id: userId, name, username, reachable });
    found.set(row.id, known);
  }
  return [...found.values()];
}
