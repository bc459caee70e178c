import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { session } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';
import { hashSessionToken, newSessionToken, writeSessionCookie } from './session-cookie.ts';

/** Calls that a page sent before it got the new cookie still arrive with the old one. */
export const OLD_COOKIE_SECONDS = 10;

const sessionById = defineQuery('a session by id', (orm, p: Params<{ id: string }>) =>
  orm
    .select({
      userId: session.userId,
      tokenHash: session.tokenHash,
      createdAt: session.createdAt,
      address: session.address,
      browser: session.browser,
      singleSignOn: session.singleSignOn,
    })
    .from(session)
    .where(and(inDistrict(session), eq(session.id, p.id))),
);
const renew = defineCommand(
  'renew the cookie of a session',
  (orm, p: Params<{ id: string; tokenHash: Buffer; now: Date }>) =>
    orm
      .update(session)
      .set({
        tokenHash: asStored(p.tokenHash, session.tokenHash),
        confirmedAt: asStored(p.now, session.confirmedAt),
      })
      .where(and(inDistrict(session), eq(session.id, p.id))),
);
interface OldCookie {
  id: string;
  userId: string;
  tokenHash: Buffer;
  createdAt: Date;
  address: string | null;
  browser: string | null;
  singleSignOn: boolean;
  now: Date;
  expiresAt: Date;
}
const keepOldCookie = defineCommand('keep an old cookie for seconds', (orm, p: Params<OldCookie>) =>
  orm.insert(session).values({
    districtId: DISTRICT_ID,
    id: p.id,
    userId: p.userId,
    tokenHash: p.tokenHash,
    createdAt: p.createdAt,
    seenAt: p.now,
    expiresAt: p.expiresAt,
    address: p.address,
    browser: p.browser,
    singleSignOn: p.singleSignOn,
  }),
);

/**
 * Marks the acting session as confirmed and gives it a new cookie: its user has just proved who they are. A copy of the old cookie that
 * somebody else holds ends within seconds, and does not open what the password opened.
 * @returns the new cookie's value
 */
export async function rotateSession(ctx: Context, tx: Transaction, sessionId: string): Promise<string> {
  const old = await sessionById.first(tx, { id: sessionId });
  if (!old) throw new Error('The acting session is gone.');
  const token = newSessionToken();
  const { now } = ctx;
  await renew(tx, { id: sessionId, tokenHash: hashSessionToken(token), now });
  const expiresAt = new Date(now.getTime() + OLD_COOKIE_SECONDS * 1000);
  await keepOldCookie(tx, { id: ctx.newId(), ...old, now, expiresAt });
  return writeSessionCookie({ shortId: ctx.district.shortId, token });
}
