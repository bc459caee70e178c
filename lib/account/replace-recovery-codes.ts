import { recordAudit } from '../audit/record-audit.ts';
import { newRecoveryCodes } from '../auth/recovery-codes.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { ownAccount, ownId } from './own-account.ts';
import type { AccountWithCodes } from './schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/**
 * Gives the user ten new recovery codes, shown once. All earlier ones stop working.
 * @throws Conflict without a second factor
 */
export const replaceRecoveryCodes = (ctx: Context): Promise<AccountWithCodes> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { secondFactorSince } = await ownAccount(ctx, tx);
    if (!secondFactorSince) throw new Conflict(ACCOUNT_TEXTS.factorNeeded());
    const recoveryCodes = await newRecoveryCodes(ctx, tx, ownId(ctx));
    const account = await ownAccount(ctx, tx);
    await recordAudit(ctx, tx, { action: 'account.recovery-codes', target: account.username });
    return { ...account, recoveryCodes };
  });
