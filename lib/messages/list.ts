import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import { PAGE_SIZE } from './page-size.ts';
import type { Inbox, Message } from './schema.ts';

/** A page of the signed-in user's messages, the newest first; `page` from 1. */
export function listMessages(
  ctx: Context,
  { page, unread }: { page: number; unread: boolean },
): Promise<Inbox> {
  const userId = ownerOf(ctx);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [rows, counted] = await Promise.all([
      tx.rows<Omit<Message, 'createdAt'> & { createdAt: Date }>(
        `select id, type, subject, body, link, created_at as "createdAt", read_at is not null as read from message
          where district_id = $1 and user_id = $2 and ($5 = false or read_at is null)
          order by created_at desc, id desc offset $3 limit $4`,
        [tx.districtId, userId, (page - 1) * PAGE_SIZE, PAGE_SIZE + 1, unread],
      ),
      tx.row<{ total: number; unread: number }>(
        `select count(*) filter (where $3 = false or read_at is null) as total,
                count(*) filter (where read_at is null) as unread
           from message where district_id = $1 and user_id = $2`,
        [tx.districtId, userId, unread],
      ),
    ]);
    return {
      data: rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      more: rows.length > PAGE_SIZE,
      total: counted?.total ?? 0,
      unread: counted?.unread ?? 0,
    };
  });
}
