import { and, desc, eq, isNull, not, or, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { message } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { ownerOf } from './owner.ts';
import { PAGE_SIZE } from './page-size.ts';
import type { Inbox } from './schema.ts';

const isUnread = isNull(message.readAt);

const messagesOnPage = defineQuery(
  'messages of a user, a page',
  (orm, p: Params<{ userId: string; unreadOnly: boolean; offset: number; limit: number }>) =>
    orm
      .select({
        id: message.id,
        type: message.type,
        subject: message.subject,
        body: message.body,
        link: message.link,
        createdAt: message.createdAt,
        read: sql<boolean>`${message.readAt} is not null`,
      })
      .from(message)
      .where(
        and(
          inDistrict(message),
          eq(message.userId, p.userId),
          or(not(sql`${p.unreadOnly}::boolean`), isUnread),
        ),
      )
      .orderBy(desc(message.createdAt), desc(message.id))
      .offset(p.offset)
      .limit(p.limit),
);
const messagesCounted = defineQuery('how many messages a user has', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({
      all: sql`count(*)`.mapWith(Number),
      unread: sql`count(*) filter (where ${isUnread})`.mapWith(Number),
    })
    .from(message)
    .where(and(inDistrict(message), eq(message.userId, p.userId))),
);

/** A page of the signed-in user's messages, the newest first; `page` from 1. */
export function listMessages(
  ctx: Context,
  { page, unread: unreadOnly }: { page: number; unread: boolean },
): Promise<Inbox> {
  const userId = ownerOf(ctx);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const [rows, counted] = await Promise.all([
      messagesOnPage(tx, { userId, unreadOnly, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE + 1 }),
      messagesCounted.first(tx, { userId }),
    ]);
    const { all, unread } = counted ?? { all: 0, unread: 0 };
    return {
      data: rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      more: rows.length > PAGE_SIZE,
      total: unreadOnly ? unread : all,
      unread,
    };
  });
}
