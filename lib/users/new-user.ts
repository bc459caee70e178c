import { and, eq, sql } from 'drizzle-orm';
import { inDistrict, lower } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { hashPassword } from '../auth/passwords.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { assertPassword } from './assert-password.ts';
import { giveRights } from './give-rights.ts';
import { insertUser } from './insert-user.ts';
import { inviteToCampus } from './invite-to-campus.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { NewUser, NewUserAsked } from './schema.ts';
import { USER_TEXTS } from './texts.ts';

const userNamed = defineQuery('a user by username, in any case', (orm, p: Params<{ username: string }>) =>
  orm
    .select({ id: appUser.id })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(lower(appUser.username), sql`lower(${p.username})`))),
);

/**
 * Adds a user who may sign in. A password is temporary: at the first sign-in they choose their own. Without one, they choose
 * it by a link, which Campus sends them by e-mail, or shows once. Usernames are unique whatever their case.
 * @throws Invalid at /password, Conflict at /username
 */
export async function newUser(
  ctx: Context,
  { username, password, name, email = null, rights }: NewUserAsked,
): Promise<NewUser> {
  if (password !== undefined) assertPassword(ctx, password, { username, name });
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    if (await userNamed.first(tx, { username })) {
      const message = USER_TEXTS.usernameTaken();
      throw new Conflict(message, [{ pointer: '/username', code: 'usernameTaken', message }]);
    }
    const id = ctx.newId();
    await insertUser(tx, {
      id,
      username,
      name,
      email,
      passwordHash,
      temporary: passwordHash !== null,
      now: ctx.now,
    });
    await giveRights(ctx, tx, { userId: id, rights });
    const user = await readUser(ctx, tx, id);
    const invitation = passwordHash === null ? await inviteToCampus(ctx, tx, user, 'invitation') : null;
    const by = invitation?.emailedTo ? 'e-mail' : 'link';
    const detail = { rights, ...(email !== null && { email }), ...(invitation && { by }) };
    await recordAudit(ctx, tx, { action: 'user.create', target: username, detail });
    return { ...user, invitation };
  });
}
