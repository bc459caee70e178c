import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import type { Notification } from './schema.ts';
import { RECIPIENT_RIGHTS } from './types.ts';

/** Every notification of the district with its recipients, the newest first. */
export async function listNotifications(ctx: Context): Promise<{ data: Notification[] }> {
  return { data: await ctx.db.inDistrict(ctx.district.id, (tx) => notifications(tx)) };
}

/** @throws NotFound */
export async function readNotification(tx: Transaction, id: string): Promise<Notification> {
  const [notification] = await notifications(tx, id);
  if (!notification) throw noSuchNotification();
  return notification;
}

export const noSuchNotification = () =>
  new NotFound('There is no such notification. Somebody may have deleted it.');

async function notifications(tx: Transaction, id: string | null = null): Promise<Notification[]> {
  const rows = await tx.rows<Omit<Notification, 'createdAt'> & { createdAt: Date }>(
    `select n.id, n.type, n.created_at as "createdAt", n.created_by as "createdBy",
            coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'username', u.username,
                        'told', u.disabled_at is null and exists (
                          select 1 from tool_right r
                           where r.district_id = $1 and r.user_id = u.id and r.right = any($3::text[])))
                      order by u.name, u.username)
               from notification_recipient nr
               join app_user u on u.district_id = $1 and u.id = nr.user_id
              where nr.district_id = $1 and nr.notification_id = n.id), '[]') as recipients
       from notification n
      where n.district_id = $1 and ($2::uuid is null or n.id = $2)
      order by n.id desc`,
    [tx.districtId, id, RECIPIENT_RIGHTS],
  );
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
