import { recordAudit } from '../audit/record-audit.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { assertPassword } from './assert-password.ts';
import { giveRights } from './give-rights.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { NewUserAsked, User } from './schema.ts';

/**
 * Someone more who may sign in, under a username that nobody has however it is capitalised.
 * @throws Invalid at /password, Conflict at /username
 */
export async function newUser(
  ctx: Context,
  { username, password, name, rights }: NewUserAsked,
): Promise<User> {
  assertPassword(ctx, password, username);
  const passwordHash = await hashPassword(password);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const taken = await tx.row(
      'select 1 from app_user where district_id = $1 and lower(username) = lower($2)',
      [tx.districtId, username],
    );
    if (taken) {
      const message = 'Somebody in your district has this username.';
      throw new Conflict(message, [{ pointer: '/username', code: 'usernameTaken', message }]);
    }
    const id = ctx.newId();
    await tx.run(
      `insert into app_user (district_id, id, username, name, password_hash, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.districtId, id, username, name, passwordHash, ctx.now],
    );
    await giveRights(ctx, tx, { userId: id, rights });
    await recordAudit(ctx, tx, { action: 'user.create', target: username, detail: { rights } });
    return readUser(ctx, tx, id);
  });
}
