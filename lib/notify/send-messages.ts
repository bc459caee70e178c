import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { type NotificationType, RECIPIENT_RIGHTS } from './types.ts';

export interface NewMessage {
  type: NotificationType;
  subject: string;
  body: string;
  /** A path below the base path. */
  link: string;
  /** What the message tells of: told once to each recipient, whatever is retried (NOT-4). */
  eventKey: string;
  createdAt: Date;
}

/**
 * One message to each recipient of a type, however many notifications name them, in the transaction of the deed itself.
 * Who is disabled or has lost the tool rights by now is told nothing (NOT-2).
 */
export async function sendMessages(
  tx: Transaction,
  newId: Context['newId'],
  message: NewMessage,
): Promise<void> {
  const recipients = await recipientsOf(tx, message.type);
  if (recipients.length === 0) return;
  await tx.run(
    `insert into message (district_id, id, user_id, type, subject, body, link, event_key, created_at)
     select $1, u.id, u.user_id, $4, $5, $6, $7, $8, $9 from unnest($2::uuid[], $3::uuid[]) u(id, user_id)
     on conflict (district_id, user_id, event_key) do nothing`,
    [
      tx.districtId,
      recipients.map(newId),
      recipients,
      message.type,
      message.subject,
      message.body,
      message.link,
      message.eventKey,
      message.createdAt,
    ],
  );
}

/** In the order of their ids, so that two who send at once don't deadlock. */
async function recipientsOf(tx: Transaction, type: NotificationType): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select u.id
       from app_user u
      where u.district_id = $1 and u.disabled_at is null
        and exists (select 1 from tool_right r
                     where r.district_id = $1 and r.user_id = u.id and r.right = any($3::text[]))
        and exists (select 1 from notification_recipient nr
                      join notification n on n.district_id = $1 and n.id = nr.notification_id and n.type = $2
                     where nr.district_id = $1 and nr.user_id = u.id)
      order by u.id`,
    [tx.districtId, type, RECIPIENT_RIGHTS],
  );
  return rows.map(({ id }) => id);
}
