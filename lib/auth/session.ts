import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import type { ToolRight } from '../access/rights.ts';
import type { Context } from '../context.ts';
import { cryptoKeys } from '../crypto/keys.ts';
import { database } from '../database.ts';
import { newId } from '../new-id.ts';
import { settings } from '../settings.ts';
import { lastFirst } from '../text/last-first.ts';
import { findSession, type Session } from './find-session.ts';
import { sessionCookieName } from './session-cookie.ts';

/** Whether the app is served over https; then its cookies are for https only. */
export const isHttps = (): boolean => settings().publicUrl.startsWith('https:');

/** The cookie's value, as the browser sent it. */
export const sessionCookie = async (): Promise<string | undefined> =>
  (await cookies()).get(sessionCookieName(isHttps()))?.value;

/** Who is signed in. Read once per request, however many components ask. */
export const currentSession = cache(
  async (): Promise<Session | undefined> =>
    findSession(database(), await sessionCookie(), {
      now: new Date(),
      active: (await headers()).get('x-unattended') === null,
    }),
);

/**
 * For a page: sends a visitor who is not signed in to the sign-in page, one who still has to set up a second factor to
 * that page, and both afterwards back here.
 */
export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (session && !session.factorNeeded) return session;
  const before = session ? '/second-factor' : '/signin';
  const path = (await headers()).get('x-path') ?? '/';
  redirect(path === '/' ? before : `${before}?callbackUrl=${encodeURIComponent(`/campus${path}`)}`);
}

/** For a page: answers 403 to a user who has none of these tool rights. */
export async function requireRight(...oneOf: readonly ToolRight[]): Promise<Session> {
  const session = await requireSession();
  if (!oneOf.some((right) => session.rights.includes(right))) forbidden();
  return session;
}

/** The context of a signed-in user's call. */
export const contextOf = (session: Session, requestId?: string): Context => ({
  actor: {
    kind: 'user',
    ...session.user,
    name: lastFirst(session.user.name),
    sessionId: session.id,
  },
  district: session.district,
  db: database(),
  keys: cryptoKeys(settings()),
  now: new Date(),
  newId,
  requestId,
});
