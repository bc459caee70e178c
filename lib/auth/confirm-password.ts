import { and, eq, isNull, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, session } from '../../db/schema/access.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid, Unauthenticated } from '../failure.ts';
import { verifyPassword } from './passwords.ts';
import { MAX_TYPED_PASSWORD_CHARS } from './typed-password.ts';
import { underLimit } from './under-limit.ts';

const FRESH_MINUTES = 10;

export interface Confirmation {
  /** As typed; undefined if the page has not asked for it. */
  password?: string;
  /** The network address it came from. */
  address: string;
}

const userOfSession = defineQuery('the user of a session', (orm, p: Params<{ sessionId: string | null }>) =>
  orm
    .select({
      username: appUser.username,
      passwordHash: appUser.passwordHash,
      since: sql`coalesce(${session.confirmedAt}, ${session.createdAt})`.mapWith(session.createdAt),
    })
    .from(session)
    .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, session.userId)))
    .where(and(inDistrict(session), eq(session.id, p.sessionId), isNull(session.revokedAt))),
);
const markConfirmed = defineCommand(
  'mark a password as entered again',
  (orm, p: Params<{ sessionId: string | null; now: Date }>) =>
    orm
      .update(session)
      .set({ confirmedAt: asStored(p.now, session.confirmedAt) })
      .where(and(inDistrict(session), eq(session.id, p.sessionId))),
);

type SignedIn = NonNullable<Awaited<ReturnType<typeof userOfSession.first>>>;

/**
 * Lets the call go on if its user entered the password in the last ten minutes, at sign-in or here. What these calls do
 * must not be open to someone at a screen that was left unlocked. A wrong password counts as a failed sign-in.
 *
 * @throws Conflict with `passwordNeeded` if the page must ask for the password, or the user must try again later
 * @throws Invalid at /password for a wrong one
 */
export async function confirmPassword(ctx: Context, { password, address }: Confirmation): Promise<void> {
  const signed = await signedIn(ctx);
  if (ctx.now.getTime() - signed.since.getTime() <= FRESH_MINUTES * 60_000) return;
  if (password === undefined)
    throw new Conflict(
      `You signed in more than ${FRESH_MINUTES} minutes ago. Enter your password to go on.`,
      [],
      { passwordNeeded: true },
    );
  await assertOwn(ctx, signed, { password, address, pointer: '/password' });
}

/** Checks the user's own password, even right after sign-in. @throws Invalid at `pointer` for a wrong one */
export const assertOwnPassword = async (
  ctx: Context,
  given: { password: string; address: string; pointer: string },
): Promise<void> => assertOwn(ctx, await signedIn(ctx), given);

async function signedIn(ctx: Context): Promise<SignedIn> {
  const signed = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    userOfSession.first(tx, { sessionId: sessionOf(ctx) }),
  );
  if (!signed) throw new Unauthenticated('You are not signed in. Sign in again.');
  return signed;
}

async function assertOwn(
  ctx: Context,
  { username, passwordHash }: SignedIn,
  { password, address, pointer }: { password: string; address: string; pointer: string },
): Promise<void> {
  const right = await underLimit(ctx, { username, address }, async () =>
    password.length <= MAX_TYPED_PASSWORD_CHARS && (await verifyPassword(passwordHash, password))
      ? true
      : undefined,
  );
  if (!right) {
    const message = 'This is not your password.';
    throw new Invalid(message, [{ pointer, code: 'invalid', message }]);
  }
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    markConfirmed(tx, { sessionId: sessionOf(ctx), now: ctx.now }),
  );
}

const sessionOf = ({ actor }: Context): string | null =>
  actor.kind === 'user' ? (actor.sessionId ?? null) : null;
