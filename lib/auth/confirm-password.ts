import type { Context } from '../context.ts';
import { Conflict, Invalid, Unauthenticated } from '../failure.ts';
import { verifyPassword } from './passwords.ts';
import { type Attempt, forgive, minutesToWait, recordAttempt } from './sign-in-limit.ts';

const FRESH_MINUTES = 10;
const LONGEST = 1024;

export interface Confirmation {
  /** As typed; undefined when the page has not asked for it. */
  password?: string;
  /** The network address it came from. */
  address: string;
}

interface Signed {
  username: string;
  passwordHash: string | null;
  since: Date;
}

/**
 * Lets the call go on if its user entered the password in the last ten minutes, at sign-in or here; what it is asked for
 * is worth more than a screen somebody left open. A failure counts as a failed sign-in.
 *
 * @throws Conflict with `passwordNeeded` when the password must be asked for, or tried again later
 * @throws Invalid at /password for a wrong one
 */
export async function confirmPassword(ctx: Context, { password, address }: Confirmation): Promise<void> {
  const sessionId = ctx.actor.kind === 'user' ? ctx.actor.sessionId : undefined;
  const signed = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.row<Signed>(
      `select u.username, u.password_hash as "passwordHash", coalesce(s.confirmed_at, s.created_at) as since
         from session s join app_user u on u.district_id = $1 and u.id = s.user_id
        where s.district_id = $1 and s.id = $2 and s.revoked_at is null`,
      [ctx.district.id, sessionId ?? null],
    ),
  );
  if (!signed) throw new Unauthenticated('You are not signed in. Sign in again.');
  if (ctx.now.getTime() - signed.since.getTime() <= FRESH_MINUTES * 60_000) return;
  if (password === undefined)
    throw new Conflict(
      `You signed in more than ${FRESH_MINUTES} minutes ago. Enter your password to go on.`,
      [],
      { passwordNeeded: true },
    );
  const attempt: Attempt = { id: ctx.newId(), username: signed.username, address, now: ctx.now };
  await ctx.db.inDistrict(ctx.district.id, (tx) => recordAttempt(tx, attempt));
  const minutes = await ctx.db.inDistrict(ctx.district.id, (tx) => minutesToWait(tx, attempt));
  if (minutes > 0) {
    await ctx.db.inDistrict(ctx.district.id, (tx) => forgive(tx, attempt, false));
    throw new Conflict(`Too many failed attempts. Try again in ${minutes} min.`, [], {
      passwordNeeded: true,
    });
  }
  if (password.length > LONGEST || !(await verifyPassword(signed.passwordHash, password))) {
    const message = 'This is not your password.';
    throw new Invalid(message, [{ pointer: '/password', code: 'invalid', message }]);
  }
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await forgive(tx, attempt, true);
    await tx.run('update session set confirmed_at = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      sessionId,
      ctx.now,
    ]);
  });
}
