import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { type Attempt, accountIndex, forgive, minutesToWait, recordAttempt } from './sign-in-limit.ts';

/**
 * One guess of somebody who is signed in, under the limit of sign-ins: a wrong one counts as a failure, a right one
 * forgets those before it.
 * @returns what the guess came to, undefined for a wrong one
 * @throws Conflict while the account has to wait
 */
export async function underLimit<T>(
  ctx: Context,
  { username, address }: { username: string; address: string },
  guess: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const inDistrict = <R>(work: Parameters<typeof ctx.db.inDistrict<R>>[1]) =>
    ctx.db.inDistrict(ctx.district.id, work);
  const account = accountIndex(ctx.keys, ctx.district.id, username);
  const attempt: Attempt = { id: ctx.newId(), account, address, now: ctx.now };
  await inDistrict((tx) => recordAttempt(tx, attempt));
  const minutes = await inDistrict((tx) => minutesToWait(tx, attempt));
  if (minutes > 0) {
    await inDistrict((tx) => forgive(tx, attempt, false));
    throw new Conflict(`Too many failed attempts. Try again in ${minutes} min.`, [], {
      passwordNeeded: true,
    });
  }
  const found = await guess();
  if (found !== undefined) await inDistrict((tx) => forgive(tx, attempt, true));
  return found;
}
