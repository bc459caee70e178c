import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { signInFailure } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { hashPassword } from '../auth/passwords.ts';
import { accountIndex } from '../auth/sign-in-limit.ts';
import { storePassword } from '../auth/store-password.ts';
import type { Context } from '../context.ts';
import { assertNotOwn } from './assert-not-own.ts';
import { assertPassword } from './assert-password.ts';
import { endSessions } from './end-sessions.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';

const forgetFailures = defineCommand(
  'forget failed sign-ins of an account',
  (orm, p: Params<{ account: string }>) =>
    orm.delete(signInFailure).where(and(inDistrict(signInFailure), eq(signInFailure.username, p.account))),
);

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
    await forgetFailures(tx, { account: accountIndex(ctx.keys, tx.districtId, username) });
    await recordAudit(ctx, tx, { action: 'user.reset-password', target: username });
  });
}
