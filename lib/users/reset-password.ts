import { recordAudit } from '../audit/record-audit.ts';
import { withdrawInvitations } from '../auth/invitation.ts';
import { hashPassword } from '../auth/passwords.ts';
import { storePassword } from '../auth/store-password.ts';
import type { Context } from '../context.ts';
import { assertNotOwn } from './assert-not-own.ts';
import { assertPassword } from './assert-password.ts';
import { endSessions } from './end-sessions.ts';
import { forgetFailures } from './forget-failures.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';

/**
 * Gives another user a temporary password, in whose place they choose their own at the next sign-in. The previous one stops working, the user is signed out everywhere, and failed attempts
 * are forgotten.
 * @throws NotFound, Conflict for one's own account, Invalid at /password
 */
export async function resetPassword(
  ctx: Context,
  { id, password }: { id: string; password: string },
): Promise<void> {
  const user = await ctx.db.inDistrict(ctx.district.id, (tx) => readUser(ctx, tx, id));
  assertNotOwn(user);
  const { username } = user;
  assertPassword(ctx, password, user);
  const passwordHash = await hashPassword(password);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    await storePassword(tx, { userId: id, passwordHash, temporary: true });
    await endSessions(ctx, tx, id);
    await forgetFailures(ctx, tx, user);
    await withdrawInvitations(ctx, tx, id);
    await recordAudit(ctx, tx, { action: 'user.reset-password', target: username });
  });
}
