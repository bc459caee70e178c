import type { Transaction } from '../../db/client.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';

const ATTEMPTS = 10;
const WINDOW_MINUTES = 15;

/** Failures before this no longer count. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

/** A username as the limit keeps it, however it is capitalised: never in clear, as people type their password there. */
export const accountIndex = (keys: CryptoKeys, districtId: string, username: string): string =>
  blindIndex(keys, { districtId, purpose: 'sign-in' }, username.toLowerCase()).toString('base64');

export interface Attempt {
  id: string;
  /** Its `accountIndex`. */
  account: string;
  /** The network address it came from. */
  address: string;
  now: Date;
}

/** Counts as a failure until `forgive`: so that attempts side by side can't slip through between look and write. */
export async function recordAttempt(tx: Transaction, { id, account, address, now }: Attempt): Promise<void> {
  await tx.run(
    `insert into sign_in_failure (district_id, id, username, address, occurred_at)
     values ($1, $2, $3, $4, $5)`,
    [tx.districtId, id, account, address, now],
  );
}

/** Minutes until this account may be tried again from this address; 0 while the limit is not passed. */
export async function minutesToWait(tx: Transaction, { account, address, now }: Attempt): Promise<number> {
  const since = windowStart(now);
  const attempts = await tx.rows<{ at: Date }>(
    `select occurred_at as at from sign_in_failure
      where district_id = $1 and username = $2 and address = $3 and occurred_at > $4
      order by occurred_at desc limit ${ATTEMPTS + 1}`,
    [tx.districtId, account, address, since],
  );
  const oldest = attempts[ATTEMPTS];
  if (!oldest) return 0;
  return Math.max(1, Math.ceil((oldest.at.getTime() - since.getTime()) / 60_000));
}

/**
 * After a success `all` of the account from that address, and whatever the limit no longer looks at, of anybody: the table
 * holds no more than is needed. Otherwise this attempt alone, which was none, or was refused by the limit and must not
 * push the end of the wait further away.
 */
export async function forgive(
  tx: Transaction,
  { id, account, address, now }: Attempt,
  all: boolean,
): Promise<void> {
  await tx.run(
    `delete from sign_in_failure
      where district_id = $1
        and (username = $2 and address = $3 and ($4 or id = $5) or $4 and occurred_at <= $6)`,
    [tx.districtId, account, address, all, id, windowStart(now)],
  );
}
