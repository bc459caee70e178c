import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { endSessions } from './end-sessions.ts';
import { giveRights } from './give-rights.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { User, UserEdit } from './schema.ts';

/**
 * Renames a user, gives and takes tool rights, disables and enables. Rights are asked for at each call, so they hold from
 * the next one on; who is disabled is signed out everywhere at once.
 * @throws NotFound, Conflict when someone would lock themselves out
 */
export const editUser = (ctx: Context, { id, edit }: { id: string; edit: UserEdit }): Promise<User> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const before = await readUser(ctx, tx, id);
    if (before.self && edit.disabled) throw new Conflict('You can’t disable yourself. Ask another admin.');
    if (before.self && !edit.rights.includes('User Security'))
      throw new Conflict('You can’t take User Security from yourself. Ask another admin.');
    await tx.run(
      `update app_user set name = $3, disabled_at = case when $4::boolean then coalesce(disabled_at, $5) end
        where district_id = $1 and id = $2`,
      [tx.districtId, id, edit.name, edit.disabled, ctx.now],
    );
    await giveRights(ctx, tx, { userId: id, rights: edit.rights });
    if (edit.disabled) await endSessions(ctx, tx, id);
    await recordAudit(ctx, tx, {
      action: actionOf(before, edit),
      target: before.username,
      detail: changes(before, edit),
    });
    return readUser(ctx, tx, id);
  });

const actionOf = (before: User, edit: UserEdit): string => {
  if (before.disabled === edit.disabled) return 'user.edit';
  return edit.disabled ? 'user.disable' : 'user.enable';
};

const changes = (before: User, edit: UserEdit) => ({
  given: edit.rights.filter((right) => !before.rights.includes(right)),
  taken: before.rights.filter((right) => !edit.rights.includes(right)),
  renamed: before.name !== edit.name,
});
