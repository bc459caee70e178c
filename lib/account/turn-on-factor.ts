import { recordAudit } from '../audit/record-audit.ts';
import { readFactor, takeCode } from '../auth/second-factor.ts';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../failure.ts';
import { ownAccount, ownId } from './own-account.ts';
import type { Account } from './schema.ts';

/**
 * From here on signing in asks for a code.
 * @throws Conflict unless it was begun, Invalid at /code
 */
export const turnOnFactor = (ctx: Context, { code }: { code: string }): Promise<Account> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const userId = ownId(ctx);
    const factor = await readFactor(tx, userId);
    if (!factor) throw new Conflict('Set up the second factor first.');
    if (factor.since) throw new Conflict('The second factor is on already.');
    if (!(await takeCode(tx, ctx.keys, { userId, factor, code, now: ctx.now }))) throw wrongCode();
    await tx.run('update app_user set totp_since = $3 where district_id = $1 and id = $2', [
      tx.districtId,
      userId,
      ctx.now,
    ]);
    const account = await ownAccount(ctx, tx);
    await recordAudit(ctx, tx, { action: 'account.second-factor-on', target: account.username });
    return account;
  });

export function wrongCode(): Invalid {
  const message = 'The code is not right, or was used already. Wait for the next one and type that.';
  return new Invalid(message, [{ pointer: '/code', code: 'invalid', message }]);
}
