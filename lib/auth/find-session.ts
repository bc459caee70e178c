import type { Database } from '../../db/client.ts';
import type { ToolRight } from '../access/rights.ts';
import type { District } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { hashSessionToken, readSessionCookie } from './session-cookie.ts';

const IDLE_MINUTES = 30;
/** A page of calls writes the row once, not at each of them. */
const SEEN_EVERY_SECONDS = 60;

export interface Session {
  id: string;
  user: { id: string; username: string; name: string };
  district: District;
  rights: ToolRight[];
  signedInAt: Date;
}

interface Row {
  id: string;
  userId: string;
  username: string;
  name: string;
  createdAt: Date;
  seenAt: Date;
  rights: ToolRight[];
}

/**
 * The session behind a cookie, asked of the database each time: a signed-out, expired, idle or disabled one is
 * nobody's, whoever kept a copy of the cookie.
 *
 * @param active false for what a page asks by itself, so that an open page alone does not keep a session awake
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
    const found = await tx.row<Row>(
      `select s.id, s.user_id as "userId", u.username, u.name, s.created_at as "createdAt", s.seen_at as "seenAt",
          array(select r.right from tool_right r where r.district_id = $1 and r.user_id = u.id) as rights
         from session s
         join app_user u on u.district_id = $1 and u.id = s.user_id and u.disabled_at is null
        where s.district_id = $1 and s.token_hash = $2 and s.revoked_at is null
          and s.expires_at > $3 and s.seen_at > $4`,
      [tx.districtId, hashSessionToken(key.token), now, new Date(now.getTime() - IDLE_MINUTES * 60_000)],
    );
    if (found && active && now.getTime() - found.seenAt.getTime() > SEEN_EVERY_SECONDS * 1000)
      await tx.run('update session set seen_at = $3 where district_id = $1 and id = $2', [
        tx.districtId,
        found.id,
        now,
      ]);
    return found;
  });
  if (!row) return undefined;
  const user = { id: row.userId, username: row.username, name: row.name };
  return { id: row.id, user, district, rights: row.rights, signedInAt: row.createdAt };
}
