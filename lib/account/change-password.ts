import { recordAudit } from '../audit/record-audit.ts';
import { confirmPassword } from '../auth/confirm-password.ts';
import { withdrawInvitations } from '../auth/invitation.ts';
import { hashPassword } from '../auth/passwords.ts';
import { storePassword } from '../auth/store-password.ts';
import type { Context } from '../context.ts';
import { assertPassword } from '../users/assert-password.ts';
import { endSessions } from '../users/end-sessions.ts';
import { ownAccount, ownId, readAccount } from './own-account.ts';

/**
 * Changes the user's own password. It asks for the current one, and for a code from a user with a second
 * factor. It signs the user out everywhere else.
 * @returns the new value of the session's cookie
 * @throws Invalid at /current, /code or /password, Conflict while the account has to wait
 */
export async function changePassword(
  ctx: Context,
  { current, password, code }: { current: string; password: string; code?: string },
): Promise<string> {
  const account = await readAccount(ctx);
  const { username } = account;
  assertPassword(ctx, password, account);
  const cookie = await confirmPassword(ctx, { password: current, code }, '/current');
  const passwordHash = await hashPassword(password);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await ownAccount(ctx, tx);
    await storePassword(tx, { userId: ownId(ctx), passwordHash, temporary: false });
    await endSessions(ctx, tx, ownId(ctx));
    await withdrawInvitations(ctx, tx, ownId(ctx));
    await recordAudit(ctx, tx, { action: 'account.password', target: username });
  });
  return cookie;
}
