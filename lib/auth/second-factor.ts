import type { Transaction } from '../../db/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { openTotpKey, stepOfCode } from './totp.ts';

export interface Factor {
  cipher: Buffer;
  /** Since when it counts; null while it is being set up. */
  since: Date | null;
  step: number | null;
}

/** A user's second factor, set up or being so; undefined without one. */
export async function readFactor(tx: Transaction, userId: string): Promise<Factor | undefined> {
  const row = await tx.row<Omit<Factor, 'cipher'> & { cipher: Buffer | null }>(
    `select totp_cipher as cipher, totp_since as since, totp_step as step
       from app_user where district_id = $1 and id = $2`,
    [tx.districtId, userId],
  );
  return row?.cipher ? { ...row, cipher: row.cipher } : undefined;
}

/** Takes a code, once: of two who send the same at the same time one is let through. */
export async function takeCode(
  tx: Transaction,
  keys: CryptoKeys,
  { userId, factor, code, now }: { userId: string; factor: Factor; code: string; now: Date },
): Promise<boolean> {
  const key = openTotpKey(keys, tx.districtId, userId, factor.cipher);
  const step = stepOfCode(key, code, { now, last: factor.step });
  if (step === undefined) return false;
  const taken = await tx.run(
    `update app_user set totp_step = $3
      where district_id = $1 and id = $2 and totp_cipher = $4 and (totp_step is null or totp_step < $3)`,
    [tx.districtId, userId, step, factor.cipher],
  );
  return taken === 1;
}
