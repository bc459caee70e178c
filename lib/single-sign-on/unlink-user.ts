import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../failure.ts';
import { endSessions } from '../users/end-sessions.ts';
import { readUser } from '../users/list-users.ts';
import { lockUserSecurity } from '../users/lock-user-security.ts';
import { unlinkUser } from './link-identity.ts';
import { SIGN_ON_TEXTS } from './texts.ts';

/**
 * Takes the provider's account from a user, who is signed out everywhere. For an account that was linked with the wrong
 * user. @throws NotFound
 */
export const unlinkSignOn = (ctx: Context, { id }: { id: string }): Promise<void> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const user = await readUser(ctx, tx, id);
    if ((await unlinkUser(tx, { userId: id })) === 0) throw new NotFound(SIGN_ON_TEXTS.notLinked());
    await endSessions(ctx, tx, id);
    await recordAudit(ctx, tx, { action: 'single-sign-on.unlinked', target: user.username });
  });
