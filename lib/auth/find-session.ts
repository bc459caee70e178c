import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, session, toolRight } from '../../db/schema/access.ts';
import type { ToolRight } from '../access/rights.ts';
import type { District } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { isLive, seenAfter } from './live.ts';
import { FACTOR_REQUIRED } from './second-factor-policy.ts';
import { hashSessionToken, readSessionCookie } from './session-cookie.ts';

/** A page makes several calls at once: only one of them writes the row. */
const SEEN_EVERY_SECONDS = 60;

export interface Session {
  id: string;
  user: { id: string; username: string; name: string };
  district: District;
  rights: ToolRight[];
  signedInAt: Date;
  /** When the user last entered the password. */
  confirmedAt: Date;
  /** Whether the user has a second factor. */
  secondFactor: boolean;
  /** Whether the district's identity provider said who it is: it then also asks for a second factor, and again. */
  singleSignOn: boolean;
  /** The district requires a second factor and the user has none: they can do nothing but set it up. */
  factorNeeded: boolean;
}

const rights = orm
  .select({ right: toolRight.right })
  .from(toolRight)
  .where(and(inDistrict(toolRight), eq(toolRight.userId, appUser.id)));

const liveSession = defineQuery(
  'a live session by its token',
  (orm, p: Params<{ tokenHash: Buffer; now: Date; seenAfter: Date }>) =>
    orm
      .select({
        id: session.id,
        userId: session.userId,
        username: appUser.username,
        name: appUser.name,
        createdAt: session.createdAt,
        confirmedAt: sql`coalesce(${session.confirmedAt}, ${session.createdAt})`.mapWith(session.createdAt),
        factorSince: appUser.totpSince,
        factorRequired: FACTOR_REQUIRED,
        seenAt: session.seenAt,
        singleSignOn: session.singleSignOn,
        rights: sql<ToolRight[]>`array(${rights})`,
      })
      .from(session)
      .innerJoin(
        appUser,
        and(inDistrict(appUser), eq(appUser.id, session.userId), isNull(appUser.disabledAt)),
      )
      .where(and(inDistrict(session), eq(session.tokenHash, p.tokenHash), isLive(p))),
);
const markSeen = defineCommand('mark a session as seen', (orm, p: Params<{ id: string; now: Date }>) =>
  orm
    .update(session)
    .set({ seenAt: asStored(p.now, session.seenAt) })
    .where(and(inDistrict(session), eq(session.id, p.id))),
);

/**
 * The session of a cookie, read from the database at each call: a copy of the cookie is useless once the session is
 * signed out, expired or idle, or its user is disabled.
 *
 * @param active false for what a page asks by itself: an open page alone must not keep a session alive
 */
export async function findSession(
  db: Database,
  cookie: string | undefined,
  { now, active = true }: { now: Date; active?: boolean },
): Promise<Session | undefined> {
  const key = readSessionCookie(cookie);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) return undefined;
  const row = await db.inDistrict(district.id, async (tx) => {
    const found = await liveSession.first(tx, {
      tokenHash: hashSessionToken(key.token),
      now,
      seenAfter: seenAfter(now),
    });
    if (found && active && now.getTime() - found.seenAt.getTime() > SEEN_EVERY_SECONDS * 1000)
      await markSeen(tx, { id: found.id, now });
    return found;
  });
  if (!row) return undefined;
  const user = { id: row.userId, username: row.username, name: row.name };
  return {
    id: row.id,
    user,
    district,
    rights: row.rights,
    signedInAt: row.createdAt,
    confirmedAt: row.confirmedAt,
    secondFactor: row.factorSince !== null,
    singleSignOn: row.singleSignOn,
    factorNeeded: row.factorRequired && row.factorSince === null && !row.singleSignOn,
  };
}
