import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, lower } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { turnPasswordsOn } from '../auth/emergency-admins.ts';
import { type Invitation, makeInvitation } from '../auth/invitation.ts';
import { removeFactor } from '../auth/second-factor.ts';
import { storePassword } from '../auth/store-password.ts';
import type { Context } from '../context.ts';
import { Conflict, NotFound } from '../failure.ts';
import { endSessions } from '../users/end-sessions.ts';
import { forgetFailures } from '../users/forget-failures.ts';
import { SETUP_TEXTS } from './texts.ts';

/** Usernames may differ in case only: the one as typed wins. */
const userNamed = defineQuery('a user by username', (orm, p: Params<{ username: string }>) =>
  orm
    .select({ id: appUser.id, username: appUser.username, disabledAt: appUser.disabledAt })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(lower(appUser.username), sql`lower(${p.username})`)))
    .orderBy(desc(eq(appUser.username, p.username)))
    .limit(1),
);

/**
 * The way back in for a user whom no other can help, because they are the only admin and lost password, phone or
 * recovery codes: their sessions end, the second factor and recovery codes go, passwords work again where the district had
 * turned them off, and a link lets them choose a password.
 * Audited as done by the operator. @param also goes with it in its transaction. @throws NotFound; Conflict for a disabled user, whom an admin has shut out
 */
export const resetAdmin = (
  ctx: Context,
  { username }: { username: string },
  also: (tx: Transaction) => Promise<void> = async () => {},
): Promise<{ username: string; invitation: Invitation }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const user = await userNamed.first(tx, { username: username.trim() });
    if (!user) throw new NotFound(SETUP_TEXTS.noSuchUser(username));
    if (user.disabledAt) throw new Conflict(SETUP_TEXTS.userDisabled(user.username));
    await storePassword(tx, { userId: user.id, passwordHash: null, temporary: false });
    await removeFactor(tx, user.id);

    await endSessions(ctx, tx, user.id);
    await forgetFailures(ctx, tx, user);
    const invitation = await makeInvitation(ctx, tx, user.id);
    await recordAudit(ctx, tx, { action: 'user.reset-by-operator', target: user.username });
    await also(tx);
    // The link would open nothing where passwords are off.
    if ((await turnPasswordsOn(tx)) > 0)
      await recordAudit(ctx, tx, { action: 'single-sign-on.passwords-on' });
    return { username: user.username, invitation };
  });
