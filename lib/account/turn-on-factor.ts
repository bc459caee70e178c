import { and, eq } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { wrongCode } from '../auth/confirm-password.ts';
import { newRecoveryCodes } from '../auth/recovery-codes.ts';
import { readFactor, takeCode } from '../auth/second-factor.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { endSessions } from '../users/end-sessions.ts';
import { ownAccount, ownId } from './own-account.ts';
import type { AccountWithCodes } from './schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const turnOn = defineCommand('turn a second factor on', (orm, p: Params<{ userId: string; now: Date }>) =>
  orm
    .update(appUser)
    .set({ totpSince: asStored(p.now, appUser.totpSince) })
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);

/**
 * Turns the second factor on: from now on sign-in asks for a code. The user's other sessions end, and the user gets
 * recovery codes, which are shown once.
 * @throws Conflict unless `beginFactor` was called before, Invalid at /code
 */
export const turnOnFactor = (ctx: Context, { code }: { code: string }): Promise<AccountWithCodes> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const userId = ownId(ctx);
    const factor = await readFactor(tx, userId);
    if (!factor) throw new Conflict(ACCOUNT_TEXTS.factorNotSetUp());
    if (factor.since) throw new Conflict(ACCOUNT_TEXTS.factorIsOn());
    if (!(await takeCode(tx, ctx.keys, { userId, factor, code, now: ctx.now }))) throw wrongCode();
    await turnOn(tx, { userId, now: ctx.now });
    await endSessions(ctx, tx, userId);
    const recoveryCodes = await newRecoveryCodes(ctx, tx, userId);
    const account = await ownAccount(ctx, tx);
    await recordAudit(ctx, tx, { action: 'account.second-factor-on', target: account.username });
    return { ...account, recoveryCodes };
  });
