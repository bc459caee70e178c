import { and, eq, isNull } from 'drizzle-orm';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import { base32, newTotpKey, otpauthUri, sealTotpKey } from '../auth/totp.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../failure.ts';
import { ownAccount, ownId } from './own-account.ts';
import type { FactorKey } from './schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const storeKey = defineCommand(
  'store the key of a second factor',
  (orm, p: Params<{ userId: string; cipher: Buffer }>) =>
    orm
      .update(appUser)
      .set({ totpCipher: asStored(p.cipher, appUser.totpCipher), totpStep: null })
      .where(and(inDistrict(appUser), eq(appUser.id, p.userId), isNull(appUser.totpSince))),
);

/**
 * A key for the user's authenticator app, shown once. Sign-in asks for a code only after the user sent one
 * (`turnOnFactor`): an app that was not set up must not lock anybody out.
 * @throws Conflict if there is a second factor
 */
export async function beginFactor(ctx: Context): Promise<FactorKey> {
  const key = newTotpKey();
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { username } = await ownAccount(ctx, tx);
    const userId = ownId(ctx);
    const cipher = sealTotpKey(ctx.keys, tx.districtId, userId, key);
    if ((await storeKey(tx, { userId, cipher })) === 0) throw new Conflict(ACCOUNT_TEXTS.hasFactor());
    const uri = otpauthUri(key, { issuer: `Campus ${ctx.district.name}`, account: username });
    return { key: base32(key), uri };
  });
}
