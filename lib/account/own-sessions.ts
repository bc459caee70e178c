import { and, desc, eq, gt } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { session } from '../../db/schema/access.ts';
import { isLive, seenAfter } from '../auth/live.ts';
import { OLD_COOKIE_SECONDS } from '../auth/rotate-session.ts';
import type { Context } from '../context.ts';
import { ownId } from './own-account.ts';
import type { OwnSession } from './schema.ts';

const liveSessions = defineQuery(
  'the live sessions of a user',
  (orm, p: Params<{ userId: string; now: Date; seenAfter: Date; afterOldCookies: Date }>) =>
    orm
      .select({
        id: session.id,
        signedInAt: session.createdAt,
        lastUsedAt: session.seenAt,
        address: session.address,
        browser: session.browser,
      })
      .from(session)
      .where(
        and(
          inDistrict(session),
          eq(session.userId, p.userId),
          isLive(p),
          gt(session.expiresAt, p.afterOldCookies),
        ),
      )
      .orderBy(desc(session.seenAt), desc(session.id)),
);

/** Where the user is signed in, the most recently used first. @throws Forbidden for a client or a job */
export async function ownSessions(ctx: Context): Promise<OwnSession[]> {
  const { now, actor } = ctx;
  const asked = {
    userId: ownId(ctx),
    now,
    seenAfter: seenAfter(now),
    afterOldCookies: new Date(now.getTime() + OLD_COOKIE_SECONDS * 1000),
  };
  const rows = await ctx.db.inDistrict(ctx.district.id, (tx) => liveSessions(tx, asked));
  return rows.map(({ signedInAt, lastUsedAt, ...row }) => ({
    ...row,
    signedInAt: signedInAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    current: actor.kind === 'user' && row.id === actor.sessionId,
  }));
}
