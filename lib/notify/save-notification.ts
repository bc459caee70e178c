import { and, eq, type Placeholder } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { appUser } from '../../db/schema/access.ts';
import { notification, notificationRecipient, staffNoticeWindow } from '../../db/schema/records.ts';
import { rightGivers } from '../access/right-givers.ts';
import { missingRight } from '../access/rights.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { type FieldError, Forbidden, Invalid } from '../failure.ts';
import { noSuchNotification, readNotification } from './list-notifications.ts';
import { mayBeNotified } from './may-be-notified.ts';
import type { Notification, NotificationEdit } from './schema.ts';
import { NOTIFY_TEXTS } from './texts.ts';
import { type NotificationType, RECIPIENT_RIGHTS } from './types.ts';

interface NewNotification {
  id: string;
  type: NotificationType;
  createdAt: Date;
  createdBy: string;
}
const insertNotification = defineCommand('insert a notification', (orm, p: Params<NewNotification>) =>
  orm.insert(notification).values({
    districtId: DISTRICT_ID,
    id: p.id,
    type: p.type,
    createdAt: p.createdAt,
    createdBy: p.createdBy,
  }),
);
const isNotification = (id: Placeholder) => and(inDistrict(notification), eq(notification.id, id));
const lockNotification = defineQuery('lock a notification', (orm, p: Params<{ id: string }>) =>
  orm.select({ id: notification.id }).from(notification).where(isNotification(p.id)).for('update'),
);
const setType = defineCommand(
  'set the type of a notification',
  (orm, p: Params<{ id: string; type: NotificationType }>) =>
    orm
      .update(notification)
      .set({ type: asStored(p.type, notification.type) })
      .where(isNotification(p.id)),
);
const deleteNotification = defineCommand('delete a notification', (orm, p: Params<{ id: string }>) =>
  orm.delete(notification).where(isNotification(p.id)),
);

const recipients = rowWriter(notificationRecipient, ['id', 'notificationId', 'userId']);
const deleteRecipients = defineCommand(
  'delete recipients of a notification',
  (orm, p: Params<{ id: string; userIds: readonly string[] }>) =>
    orm
      .delete(notificationRecipient)
      .where(
        and(
          inDistrict(notificationRecipient),
          eq(notificationRecipient.notificationId, p.id),
          isOneOf(notificationRecipient.userId, p.userIds),
        ),
      ),
);
const insertWindow = defineCommand('insert the window of notices', (orm, p: Params<{ id: string }>) =>
  orm
    .insert(staffNoticeWindow)
    .values({ districtId: DISTRICT_ID, id: p.id })
    .onConflictDoNothing({ target: staffNoticeWindow.districtId }),
);
const usersWhoMayBeNotified = defineQuery(
  'which of these users may be notified',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .select({ id: appUser.id })
      .from(appUser)
      .where(and(inDistrict(appUser), isOneOf(appUser.id, p.ids), mayBeNotified)),
);

/**
 * *New* → type → recipients → *Save* (NOT-3).
 * @throws Invalid without a recipient, or with one who can't be one; Forbidden by NOT-2
 */
export function createNotification(ctx: Context, edit: NotificationEdit): Promise<Notification> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const recipients = [...new Set(edit.recipients)];
    if (recipients.length === 0) throw nobody();
    await assertMayAdd(ctx, tx, edit.recipients, recipients);
    const id = ctx.newId();
    await insertNotification(tx, { id, type: edit.type, createdAt: ctx.now, createdBy: ctx.actor.name });
    await addRecipients(ctx, tx, id, recipients);
    await openWindow(ctx, tx, edit);
    await recordAudit(ctx, tx, {
      action: 'notification.create',
      target: id,
      detail: { type: edit.type, added: recipients },
    });
    return readNotification(tx, id);
  });
}

/**
 * The recipients are all of them afterwards; when none is left the notification is deleted (NOT-3).
 * @returns null when it was deleted
 * @throws NotFound; Invalid with a new recipient who can't be one; Forbidden by NOT-2
 */
export function editNotification(
  ctx: Context,
  { id, edit }: { id: string; edit: NotificationEdit },
): Promise<Notification | null> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    if (!(await lockNotification.first(tx, { id }))) throw noSuchNotification();
    const before = (await readNotification(tx, id)).recipients.map((recipient) => recipient.id);
    const after = [...new Set(edit.recipients)];
    const added = after.filter((recipient) => !before.includes(recipient));
    const removed = before.filter((recipient) => !after.includes(recipient));
    await assertMayAdd(ctx, tx, edit.recipients, added);
    await deleteRecipients(tx, { id, userIds: removed });
    const deleted = after.length === 0;
    if (deleted) await deleteNotification(tx, { id });
    else {
      await setType(tx, { id, type: edit.type });
      await addRecipients(ctx, tx, id, added);
      await openWindow(ctx, tx, edit);
    }
    await recordAudit(ctx, tx, {
      action: deleted ? 'notification.delete' : 'notification.edit',
      target: id,
      detail: { type: edit.type, added, removed },
    });
    return deleted ? null : readNotification(tx, id);
  });
}

async function addRecipients(ctx: Context, tx: Transaction, id: string, users: string[]): Promise<void> {
  await recipients.insert(
    tx,
    users.map((userId) => ({ id: ctx.newId(), notificationId: id, userId })),
  );
}

/** From the first such notification on, the district's single changes by HR are noticed (staff-changed.ts). */
async function openWindow(ctx: Context, tx: Transaction, { type }: NotificationEdit): Promise<void> {
  if (type !== 'HR-Staff') return;
  await insertWindow(tx, { id: ctx.newId() });
}

/** NOT-2, of who adds and of who is added. `sent` is the body's list, for pointers into it. */
async function assertMayAdd(
  ctx: Context,
  tx: Transaction,
  sent: readonly string[],
  added: readonly string[],
): Promise<void> {
  if (added.length === 0) return;
  const adder = ctx.actor.kind === 'system' ? [] : [ctx.actor.id];
  const rows = await usersWhoMayBeNotified(tx, { ids: [...added, ...adder] });
  const entitled = new Set(rows.map(({ id }) => id));
  if (adder.some((id) => !entitled.has(id)))
    throw new Forbidden(missingRight(RECIPIENT_RIGHTS, await rightGivers(tx)));
  const errors: FieldError[] = added
    .filter((id) => !entitled.has(id))
    .map((id) => ({
      pointer: `/recipients/${sent.indexOf(id)}`,
      code: 'notARecipient',
      message: NOTIFY_TEXTS.notARecipient(),
      hint: NOTIFY_TEXTS.chooseEntitled(),
    }));
  if (errors.length > 0) throw new Invalid(NOTIFY_TEXTS.notAllRecipients(), errors);
}

const nobody = () =>
  new Invalid(NOTIFY_TEXTS.recipientNeeded(), [
    {
      pointer: '/recipients',
      code: 'noRecipient',
      message: NOTIFY_TEXTS.chooseRecipient(),
    },
  ]);
