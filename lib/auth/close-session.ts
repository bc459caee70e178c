import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser, session } from '../../db/schema/access.ts';
import { insertEvent } from '../audit/insert-event.ts';
import { districtByShortId } from '../district/find-district.ts';
import { newId } from '../new-id.ts';
import { lastFirst } from '../text/last-first.ts';
import { hashSessionToken, readSessionCookie } from './session-cookie.ts';

const revokeByToken = defineQuery(
  'revoke a session by its token',
  (orm, p: Params<{ tokenHash: Buffer; now: Date }>) =>
    orm
      .update(session)
      .set({ revokedAt: asStored(p.now, session.revokedAt) })
      .from(appUser)
      .where(
        and(
          inDistrict(session),
          eq(session.tokenHash, p.tokenHash),
          isNull(session.revokedAt),
          inDistrict(appUser),
          eq(appUser.id, session.userId),
        ),
      )
      .returning({ userId: appUser.id, name: appUser.name, username: appUser.username }),
);

/** Signs out: from now on no copy of the cookie works. */
export async function closeSession(
  db: Database,
  cookie: string | undefined,
  { now, address }: { now: Date; address: string },
): Promise<void> {
  const key = readSessionCookie(cookie);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) return;
  await db.inDistrict(district.id, async (tx) => {
    const closed = await revokeByToken.first(tx, { tokenHash: hashSessionToken(key.token), now });
    if (!closed) return;
    await insertEvent(tx, {
      id: newId(),
      now,
      actor: lastFirst(closed.name),
      actorKind: 'user',
      actorId: closed.userId,
      actorLogin: closed.username,
      address,
      action: 'sign out',
      target: closed.username,
      detail: null,
      requestId: null,
    });
  });
}
