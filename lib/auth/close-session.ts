import type { Database } from '../../db/client.ts';
import { newId } from '../context.ts';
import { districtByShortId } from '../district/find-district.ts';
import { hashSessionToken, readSessionCookie } from './session-cookie.ts';

/** Signs out: every copy of the cookie is worth nothing from here on. */
export async function closeSession(db: Database, cookie: string | undefined, now: Date): Promise<void> {
  const key = readSessionCookie(cookie);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) return;
  await db.inDistrict(district.id, async (tx) => {
    const closed = await tx.row<{ userId: string }>(
      `update session set revoked_at = $3
        where district_id = $1 and token_hash = $2 and revoked_at is null returning user_id as "userId"`,
      [tx.districtId, hashSessionToken(key.token), now],
    );
    if (!closed) return;
    await tx.run(
      `insert into audit_event (district_id, id, occurred_at, actor, action, target)
       select $1, $2, $3, u.name, 'sign out', u.username from app_user u where u.district_id = $1 and u.id = $4`,
      [tx.districtId, newId(), now, closed.userId],
    );
  });
}
