import type { Database } from '../../db/client.ts';
import { newId } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { lastFirst } from './last-first.ts';
import { hashSessionToken, readSessionCookie } from './session-cookie.ts';

/** Signs out: every copy of the cookie is worth nothing from here on. */
export async function closeSession(db: Database, cookie: string | undefined, now: Date): Promise<void> {
  const key = readSessionCookie(cookie);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) return;
  await db.inDistrict(district.id, async (tx) => {
    const closed = await tx.row<{ name: string; username: string }>(
      `update session s set revoked_at = $3 from app_user u
        where s.district_id = $1 and s.token_hash = $2 and s.revoked_at is null
          and u.district_id = $1 and u.id = s.user_id
       returning u.name, u.username`,
      [tx.districtId, hashSessionToken(key.token), now],
    );
    if (!closed) return;
    await tx.run(
      `insert into audit_event (district_id, id, occurred_at, actor, action, target)
       values ($1, $2, $3, $4, 'sign out', $5)`,
      [tx.districtId, newId(), now, lastFirst(closed.name), closed.username],
    );
  });
}
