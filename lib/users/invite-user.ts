import { recordAudit } from '../audit/record-audit.ts';
import { assertEmergencyAdminLeft } from '../auth/emergency-admins.ts';
import { storePassword } from '../auth/store-password.ts';
import type { Context } from '../context.ts';
import { assertNotOwn } from './assert-not-own.ts';
import { endSessions } from './end-sessions.ts';
import { forgetFailures } from './forget-failures.ts';
import { inviteToCampus } from './invite-to-campus.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { Invitation } from './schema.ts';

/**
 * Resets another user's password by a link, sent by e-mail or shown once, by which they choose their own. Until then no password signs them in,
 * and they are signed out everywhere. @throws NotFound, Conflict for one's own account
 */
export const inviteUser = (ctx: Context, { id }: { id: string }): Promise<Invitation> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const user = await readUser(ctx, tx, id);
    assertNotOwn(user);
    await storePassword(tx, { userId: id, passwordHash: null, temporary: false });
    await endSessions(ctx, tx, id);
    await forgetFailures(ctx, tx, user);
    await assertEmergencyAdminLeft(tx);
    const made = await inviteToCampus(ctx, tx, user, 'reset');
    const detail = made.emailedTo ? { detail: { by: 'e-mail' } } : {};
    await recordAudit(ctx, tx, { action: 'user.reset-by-link', target: user.username, ...detail });
    return made;
  });
