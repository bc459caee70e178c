import { recordAudit } from '../audit/record-audit.ts';
import { hashPassword } from '../auth/passwords.ts';
import { accountIndex } from '../auth/sign-in-limit.ts';
import type { Context } from '../context.ts';
import { assertPassword } from './assert-password.ts';
import { endSessions } from './end-sessions.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';

/**
 * A new password for a user. The old one, and whoever signed in with it, is out at once; failed attempts are forgotten.
 * @throws NotFound, Invalid at /password
 */
export async function resetPassword(
  ctx: Context,
  { id, password }: { id: string; password: string },
): Promise<void> {
  const { username } = await ctx.db.inDistrict(ctx.district.id, (tx) => readUser(ctx, tx, id));
  assertPassword(ctx, password, username);
  const passwordHash = await hashPassword(password);
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    await tx.run('update app_user set password_hash = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      id,
      passwordHash,
    ]);
    await endSessions(ctx, tx, id);
    await tx.run('delete from sign_in_failure where district_id = $1 and username = $2', [
      tx.districtId,
      accountIndex(ctx.keys, tx.districtId, username),
    ]);
    await recordAudit(ctx, tx, { action: 'user.reset-password', target: username });
  });
}
