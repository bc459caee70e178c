import type { Transaction } from '../../db/client.ts';
import { rightGivers } from '../access/right-givers.ts';
import { missingRight } from '../access/rights.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { type FieldError, Forbidden, Invalid } from '../failure.ts';
import { noSuchNotification, readNotification } from './list-notifications.ts';
import type { Notification, NotificationEdit } from './schema.ts';
import { RECIPIENT_RIGHTS } from './types.ts';

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
    await tx.run(
      'insert into notification (district_id, id, type, created_at, created_by) values ($1, $2, $3, $4, $5)',
      [tx.districtId, id, edit.type, ctx.now, ctx.actor.name],
    );
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
    const stored = await tx.row('select 1 from notification where district_id = $1 and id = $2 for update', [
      tx.districtId,
      id,
    ]);
    if (!stored) throw noSuchNotification();
    const before = (await readNotification(tx, id)).recipients.map((recipient) => recipient.id);
    const after = [...new Set(edit.recipients)];
    const added = after.filter((recipient) => !before.includes(recipient));
    const removed = before.filter((recipient) => !after.includes(recipient));
    await assertMayAdd(ctx, tx, edit.recipients, added);
    await tx.run(
      `delete from notification_recipient
        where district_id = $1 and notification_id = $2 and user_id = any($3::uuid[])`,
      [tx.districtId, id, removed],
    );
    const deleted = after.length === 0;
    if (deleted)
      await tx.run('delete from notification where district_id = $1 and id = $2', [tx.districtId, id]);
    else {
      await tx.run('update notification set type = $3 where district_id = $1 and id = $2', [
        tx.districtId,
        id,
        edit.type,
      ]);
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
  await tx.run(
    `insert into notification_recipient (district_id, id, notification_id, user_id)
     select $1, u.id, $2, u.user_id from unnest($3::uuid[], $4::uuid[]) u(id, user_id)`,
    [tx.districtId, id, users.map(ctx.newId), users],
  );
}

/** From the first such notification on, single changes of HR's are looked at (lib/notify/staff-changed.ts). */
async function openWindow(ctx: Context, tx: Transaction, { type }: NotificationEdit): Promise<void> {
  if (type !== 'HR-Staff') return;
  await tx.run(
    'insert into staff_notice_window (district_id, id) values ($1, $2) on conflict (district_id) do nothing',
    [tx.districtId, ctx.newId()],
  );
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
  const rows = await tx.rows<{ id: string }>(
    `select distinct u.id from app_user u
       join tool_right r on r.district_id = $1 and r.user_id = u.id and r.right = any($3::text[])
      where u.district_id = $1 and u.disabled_at is null and u.id = any($2::uuid[])`,
    [tx.districtId, [...added, ...adder], RECIPIENT_RIGHTS],
  );
  const entitled = new Set(rows.map(({ id }) => id));
  if (adder.some((id) => !entitled.has(id)))
    throw new Forbidden(missingRight(RECIPIENT_RIGHTS, await rightGivers(tx)));
  const errors: FieldError[] = added
    .filter((id) => !entitled.has(id))
    .map((id) => ({
      pointer: `/recipients/${sent.indexOf(id)}`,
      code: 'notARecipient',
      message: 'This user can’t be told: there is no such user, or without the tool rights for it.',
      hint: 'Choose a user with the tool right “District Employment” or “District Assignments”.',
    }));
  if (errors.length > 0) throw new Invalid('Not all of these users can be recipients.', errors);
}

const nobody = () =>
  new Invalid('A notification needs a recipient.', [
    {
      pointer: '/recipients',
      code: 'noRecipient',
      message: 'Choose at least one recipient.',
    },
  ]);
