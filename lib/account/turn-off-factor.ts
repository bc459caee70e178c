import { recordAudit } from '../audit/record-audit.ts';
import { wrongCode } from '../auth/confirm-password.ts';
import { assertEmergencyAdminLeft } from '../auth/emergency-admins.ts';
import { readFactor, removeFactor, takeCode } from '../auth/second-factor.ts';
import { underLimit } from '../auth/under-limit.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { endSessions } from '../users/end-sessions.ts';
import { ownId, readAccount } from './own-account.ts';
import type { Account } from './schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

/**
 * Turns the second factor off. It takes a code of the app or a recovery code, and ends the user's other sessions.
 * @throws Conflict without a second factor, where the district requires one, or while the account has to wait, Invalid at /code
 */
export async function turnOffFactor(ctx: Context, { code }: { code: string }): Promise<Account> {
  const { username, secondFactorSince, secondFactorRequired } = await readAccount(ctx);
  if (!secondFactorSince) throw new Conflict(ACCOUNT_TEXTS.noFactor());
  if (secondFactorRequired) throw new Conflict(ACCOUNT_TEXTS.factorRequired());
  const right = await underLimit(ctx, username, () =>
    ctx.db.inDistrict(ctx.district.id, async (tx) => {
      const userId = ownId(ctx);
      const factor = await readFactor(tx, userId);
      if (!factor || !(await takeCode(tx, ctx.keys, { userId, factor, code, now: ctx.now })))
        return undefined;
      await removeFactor(tx, userId);
      await assertEmergencyAdminLeft(tx);
      await endSessions(ctx, tx, userId);
      await recordAudit(ctx, tx, { action: 'account.second-factor-off', target: username });
      return true;
    }),
  );
  if (!right) throw wrongCode();
  return readAccount(ctx);
}
