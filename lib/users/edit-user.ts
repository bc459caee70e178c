import { and, eq, sql } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import type { AuditAction } from '../audit/actions.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { assertEmergencyAdminLeft } from '../auth/emergency-admins.ts';
import { withdrawInvitations } from '../auth/invitation.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { endSessions } from './end-sessions.ts';
import { giveRights } from './give-rights.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { User, UserEdit } from './schema.ts';
import { USER_TEXTS } from './texts.ts';

/** A user who is disabled already keeps the moment of it. */
const changeUser = defineCommand(
  'change the name, address and state of a user',
  (orm, p: Params<{ id: string; name: string; email: string | null; disabled: boolean; now: Date }>) =>
    orm
      .update(appUser)
      .set({
        name: asStored(p.name, appUser.name),
        email: asStored(p.email, appUser.email),
        disabledAt: sql`case when ${p.disabled}::boolean then coalesce(${appUser.disabledAt}, ${p.now}) end`,
      })
      .where(and(inDistrict(appUser), eq(appUser.id, p.id))),
);

/**
 * Renames a user, changes the e-mail address, gives and takes tool rights, disables and enables. Every call reads the rights again, so a change holds
 * from the next call on. A disabled user is signed out everywhere at once.
 * @throws NotFound, Conflict when an admin would lock themselves out
 */
export const editUser = (ctx: Context, { id, edit }: { id: string; edit: UserEdit }): Promise<User> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const before = await readUser(ctx, tx, id);
    if (before.self && edit.disabled) throw new Conflict(USER_TEXTS.disablesSelf());
    if (before.self && !edit.rights.includes('User Security'))
      throw new Conflict(USER_TEXTS.takesOwnSecurity());
    const { name, email = before.email, disabled } = edit;
    await changeUser(tx, { id, name, email, disabled, now: ctx.now });
    await giveRights(ctx, tx, { userId: id, rights: edit.rights });
    if (edit.disabled) {
      await endSessions(ctx, tx, id);
      await withdrawInvitations(ctx, tx, id);
    }
    await assertEmergencyAdminLeft(tx);
    await recordAudit(ctx, tx, {
      action: actionOf(before, edit),
      target: before.username,
      detail: changes(before, edit),
    });
    return readUser(ctx, tx, id);
  });

const actionOf = (before: User, edit: UserEdit): AuditAction => {
  if (before.disabled === edit.disabled) return 'user.edit';
  return edit.disabled ? 'user.disable' : 'user.enable';
};

const changes = (before: User, edit: UserEdit) => ({
  given: edit.rights.filter((right) => !before.rights.includes(right)),
  taken: before.rights.filter((right) => !edit.rights.includes(right)),
  renamed: before.name !== edit.name,
  ...(edit.email !== undefined && edit.email !== before.email && { email: edit.email }),
});
