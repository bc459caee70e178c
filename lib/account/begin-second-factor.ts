import { type Confirmation, confirmPassword } from '../auth/confirm-password.ts';
import { base32, newTotpKey, otpauthUri, sealTotpKey } from '../auth/totp.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { ownAccount, ownId } from './own-account.ts';
import type { FactorKey } from './schema.ts';

/**
 * A key for the user's authenticator app, told once. It does not count until a code of it was sent (`turnOnFactor`), so
 * that nobody is locked out by an app that was not set up.
 * @throws Conflict when there is a second factor, or the password must be asked for
 */
export async function beginFactor(ctx: Context, confirmation: Confirmation): Promise<FactorKey> {
  await confirmPassword(ctx, confirmation);
  const key = newTotpKey();
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { username } = await ownAccount(ctx, tx);
    const begun = await tx.run(
      `update app_user set totp_cipher = $3, totp_step = null
        where district_id = $1 and id = $2 and totp_since is null`,
      [tx.districtId, ownId(ctx), sealTotpKey(ctx.keys, tx.districtId, ownId(ctx), key)],
    );
    if (begun === 0)
      throw new Conflict('You have a second factor. Turn it off before you set up another one.');
    const uri = otpauthUri(key, { issuer: `Campus ${ctx.district.name}`, account: username });
    return { key: base32(key), uri };
  });
}
