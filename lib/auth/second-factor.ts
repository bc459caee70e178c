import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { asStored, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { removeRecoveryCodes, takeRecoveryCode } from './recovery-codes.ts';
import { openTotpKey, stepOfCode } from './totp.ts';

const factorOfUser = defineQuery('the second factor of a user', (orm, p: Params<{ userId: string }>) =>
  orm
    .select({ cipher: appUser.totpCipher, since: appUser.totpSince, step: appUser.totpStep })
    .from(appUser)
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);
const acceptStep = defineCommand(
  'use the time step of a code once',
  (orm, p: Params<{ userId: string; cipher: Buffer; step: number }>) =>
    orm
      .update(appUser)
      .set({ totpStep: asStored(p.step, appUser.totpStep) })
      .where(
        and(
          inDistrict(appUser),
          eq(appUser.id, p.userId),
          eq(appUser.totpCipher, p.cipher),
          or(isNull(appUser.totpStep), lt(appUser.totpStep, p.step)),
        ),
      ),
);

export interface Factor {
  cipher: Buffer;
  /** Since when sign-in asks for it; null while it is being set up. */
  since: Date | null;
  step: number | null;
}

const clearFactor = defineCommand('clear a second factor', (orm, p: Params<{ userId: string }>) =>
  orm
    .update(appUser)
    .set({ totpCipher: null, totpSince: null, totpStep: null })
    .where(and(inDistrict(appUser), eq(appUser.id, p.userId))),
);

/** Removes a user's second factor, whether it is on or still being set up, and the recovery codes. */
export async function removeFactor(tx: Transaction, userId: string): Promise<void> {
  await clearFactor(tx, { userId });
  await removeRecoveryCodes(tx, { userId });
}

/** A user's second factor, on or being set up; undefined without one. */
export async function readFactor(tx: Transaction, userId: string): Promise<Factor | undefined> {
  const row = await factorOfUser.first(tx, { userId });
  return row?.cipher ? { ...row, cipher: row.cipher } : undefined;
}

/**
 * Accepts a code of the app, or a recovery code once the factor is on. Each counts once: if two calls send the same one at
 * the same time, one of them is refused.
 * @returns what the code was; undefined for a wrong one
 */
export async function takeCode(
  tx: Transaction,
  keys: CryptoKeys,
  { userId, factor, code, now }: { userId: string; factor: Factor; code: string; now: Date },
): Promise<'app' | 'recovery' | undefined> {
  const key = openTotpKey(keys, tx.districtId, userId, factor.cipher);
  const step = stepOfCode(key, code, { now, last: factor.step });
  if (step !== undefined)
    return (await acceptStep(tx, { userId, cipher: factor.cipher, step })) === 1 ? 'app' : undefined;
  if (!factor.since || !(await takeRecoveryCode(tx, keys, { userId, code }))) return undefined;
  return 'recovery';
}
