import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, session } from '../../db/schema/access.ts';
import { insertEvent } from '../audit/insert-event.ts';
import type { District } from '../context.ts';
import { newId } from '../new-id.ts';
import { lastFirst } from '../text/last-first.ts';
import {
  hashSessionToken,
  MAX_SESSION_HOURS,
  newSessionToken,
  writeSessionCookie,
} from './session-cookie.ts';

const insertSession = defineCommand(
  'insert a session',
  (
    orm,
    p: Params<{
      id: string;
      userId: string;
      tokenHash: Buffer;
      address: string;
      browser: string | null;
      now: Date;
      expiresAt: Date;
      singleSignOn: boolean;
      confirmedAt: Date | null;
    }>,
  ) =>
    orm.insert(session).values({
      districtId: DISTRICT_ID,
      id: p.id,
      userId: p.userId,
      tokenHash: p.tokenHash,
      address: p.address,
      browser: p.browser,
      createdAt: p.now,
      seenAt: p.now,
      expiresAt: p.expiresAt,
      singleSignOn: p.singleSignOn,
      confirmedAt: p.confirmedAt,
    }),
);
const markSignedIn = defineQuery(
  'mark a user as signed in',
  (orm, p: Params<{ userId: string; now: Date }>) =>
    orm
      .update(appUser)
      .set({ lastSignInAt: asStored(p.now, appUser.lastSignInAt) })
      .where(and(inDistrict(appUser), eq(appUser.id, p.userId)))
      .returning({ name: appUser.name, username: appUser.username }),
);

/** Writes the session's row and its audit event. @returns the cookie's value, the only place that holds the token */
export async function openSession(
  tx: Transaction,
  {
    district,
    userId,
    address,
    browser = null,
    detail = {},
    singleSignOn = false,
    confirmedAt = null,
    now,
  }: {
    district: District;
    userId: string;
    address: string;
    browser?: string | null;
    /** For the audit log: how the user signed in, where it was not as usual. */
    detail?: Record<string, string>;
    /** Whether the identity provider said who it is. */
    singleSignOn?: boolean;
    /** When the user proved who they are, if that was before. */
    confirmedAt?: Date | null;
    now: Date;
  },
): Promise<string> {
  const token = newSessionToken();
  const expiresAt = new Date(now.getTime() + MAX_SESSION_HOURS * 3_600_000);
  await insertSession(tx, {
    id: newId(),
    userId,
    tokenHash: hashSessionToken(token),
    address,
    browser,
    now,
    expiresAt,
    singleSignOn,
    confirmedAt,
  });
  const user = await markSignedIn.first(tx, { userId, now });
  await insertEvent(tx, {
    id: newId(),
    now,
    actor: lastFirst(user?.name ?? ''),
    actorKind: 'user',
    actorId: userId,
    actorLogin: user?.username ?? null,
    address,
    action: 'sign in',
    target: user?.username ?? null,
    detail: Object.keys(detail).length > 0 ? detail : null,
    requestId: null,
  });
  return writeSessionCookie({ shortId: district.shortId, token });
}
