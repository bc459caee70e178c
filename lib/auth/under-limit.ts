import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { attemptAt, beginAttempt, forgive } from './sign-in-limit.ts';
import { AUTH_TEXTS } from './texts.ts';

/**
 * Checks a password or code of a signed-in user under the limit of sign-ins: a wrong one counts as a failure, a right
 * one clears the failures before it.
 * @param check undefined for a wrong one
 * @returns what `check` returned
 * @throws Conflict while the account has to wait
 */
export async function underLimit<T>(
  ctx: Context,
  username: string,
  check: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const inDistrict = <R>(work: Parameters<typeof ctx.db.inDistrict<R>>[1]) =>
    ctx.db.inDistrict(ctx.district.id, work);
  const { address = 'unknown', now } = ctx;
  const attempt = attemptAt(ctx.keys, ctx.district.id, { username, address, now });
  const minutes = await beginAttempt(inDistrict, attempt);
  if (minutes > 0) throw new Conflict(AUTH_TEXTS.tooManyAttempts(minutes));
  const checked = await check();
  if (checked !== undefined) await inDistrict((tx) => forgive(tx, attempt));
  return checked;
}
