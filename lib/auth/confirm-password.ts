import type { Context } from '../context.ts';
import { Conflict, Invalid, Unauthenticated } from '../failure.ts';
import { verifyPassword } from './passwords.ts';
import { underLimit } from './under-limit.ts';

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

/** The same, however fresh the sign-in is. @throws Invalid at `pointer` for a wrong one */
export const assertOwnPassword = async (
  ctx: Context,
  given: { password: string; address: string; pointer: string },
): Promise<void> => assertOwn(ctx, await signedIn(ctx), given);

async function signedIn(ctx: Context): Promise<Signed> {
  const signed = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.row<Signed>(
      `select u.username, u.password_hash as "passwordHash", coalesce(s.confirmed_at, s.created_at) as since
         from session s join app_user u on u.district_id = $1 and u.id = s.user_id
        where s.district_id = $1 and s.id = $2 and s.revoked_at is null`,
      [ctx.district.id, sessionOf(ctx)],
    ),
  );
  if (!signed) throw new Unauthenticated('You are not signed in. Sign in again.');
  return signed;
}

async function assertOwn(
  ctx: Context,
  { username, passwordHash }: Signed,
  { password, address, pointer }: { password: string; address: string; pointer: string },
): Promise<void> {
  const right = await underLimit(ctx, { username, address }, async () =>
    password.length <= LONGEST && (await verifyPassword(passwordHash, password)) ? true : undefined,
  );
  if (!right) {
    const message = 'This is not your password.';
    throw new Invalid(message, [{ pointer, code: 'invalid', message }]);
  }
  await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.run('update session set confirmed_at = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      sessionOf(ctx),
      ctx.now,
    ]),
  );
}

const sessionOf = ({ actor }: Context): string | null =>
  actor.kind === 'user' ? (actor.sessionId ?? null) : null;
