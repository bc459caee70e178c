import { and, eq } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { removeRecoveryCodes } from '../auth/recovery-codes.ts';
import type { Context } from '../context.ts';
import { assertNotOwn } from './assert-not-own.ts';
import { endSessions } from './end-sessions.ts';
import { readUser } from './list-users.ts';
import { lockUserSecurity } from './lock-user-security.ts';
import type { User } from './schema.ts';

/** Removes a user's second factor, whether it is on or still being set up. */
export const removeFactor = defineCommand('remove a second factor', (orm, p: Params<{ userId: string }>) =>
  orm
    .update(appUser)
    .set({ totpCipher: null, totpSince: null, totpStep: null })
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);

/**
 * For another user who lost their phone: sign-in asks for no code until they set up another one. Their
 * sessions end. @throws NotFound, Conflict for one's own
 */
export const removeSecondFactor = (ctx: Context, { id }: { id: string }): Promise<User> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockUserSecurity(ctx, tx);
    const user = await readUser(ctx, tx, id);
    assertNotOwn(user);
    await removeFactor(tx, { userId: id });
    await removeRecoveryCodes(tx, { userId: id });
    await endSessions(ctx, tx, id);
    await recordAudit(ctx, tx, { action: 'user.remove-second-factor', target: user.username });
    return readUser(ctx, tx, id);
  });
