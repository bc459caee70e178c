import { recordAudit } from '../audit/record-audit.ts';
import { assertEmergencyAdminLeft } from '../auth/emergency-admins.ts';
import { removeFactor } from '../auth/second-factor.ts';
import type { Context } from '../context.ts';
import { assertNotOwn } from './assert-not-own.ts';
import { endSessions } from './end-sessions.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { User } from './schema.ts';

/**
 * For another user who lost their phone: sign-in asks for no code until they set up another one. Their
 * sessions end. @throws NotFound, Conflict for one's own
 */
export const removeSecondFactor = (ctx: Context, { id }: { id: string }): Promise<User> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const user = await readUser(ctx, tx, id);
    assertNotOwn(user);
    await removeFactor(tx, id);
    await endSessions(ctx, tx, id);
    await assertEmergencyAdminLeft(tx);
    await recordAudit(ctx, tx, { action: 'user.remove-second-factor', target: user.username });
    return readUser(ctx, tx, id);
  });
