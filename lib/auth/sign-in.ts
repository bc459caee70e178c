import type { Database } from '../../db/client.ts';
import { newId } from '../context.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { districtByAppName } from '../district/find-district.ts';
import { openSession } from './open-session.ts';
import { verifyPassword } from './passwords.ts';
import { recordFailedSignIn } from './record-failed-sign-in.ts';
import { readFactor, takeCode } from './second-factor.ts';
import { type Attempt, accountIndex, forgive, minutesToWait, recordAttempt } from './sign-in-limit.ts';

export interface Credentials {
  appName: string;
  username: string;
  password: string;
  /** Of the second factor, once it was asked for. */
  code?: string;
  /** The network address the attempt came from. */
  address: string;
}

export type SignIn =
  | { outcome: 'signed-in'; cookie: string }
  | { outcome: 'refused' }
  /** The password is right, and the user has a second factor: its code is wanted, or was not right. */
  | { outcome: 'code'; wrong: boolean }
  | { outcome: 'wait'; minutes: number };

/** No password of ours is longer; nobody makes the server hash a megabyte. */
const LONGEST = 1024;

/**
 * Opens a session. An unknown district, an unknown or disabled user and a wrong password get the same answer after
 * the same work; ten failures in fifteen minutes for one account from one address, and it has to wait. A wrong code is a failure, too.
 * A failure is audited.
 */
export async function signIn(
  { db, keys }: { db: Database; keys: CryptoKeys },
  given: Credentials,
  now: Date,
): Promise<SignIn> {
  const username = given.username.trim().slice(0, LONGEST);
  const password = given.password.slice(0, LONGEST);
  const district = await districtByAppName(db, given.appName.trim());
  if (!district || given.password.length > LONGEST) {
    await verifyPassword(undefined, password);
    return { outcome: 'refused' };
  }

  const account = accountIndex(keys, district.id, username);
  const attempt: Attempt = { id: newId(), account, address: given.address, now };
  await db.inDistrict(district.id, (tx) => recordAttempt(tx, attempt));
  const minutes = await db.inDistrict(district.id, (tx) => minutesToWait(tx, attempt));
  if (minutes > 0) {
    await db.inDistrict(district.id, (tx) => forgive(tx, attempt, false));
    return { outcome: 'wait', minutes };
  }

  const user = await db.inDistrict(district.id, (tx) =>
    tx.row<{ id: string; username: string; passwordHash: string | null }>(
      `select id, username, password_hash as "passwordHash" from app_user
        where district_id = $1 and lower(username) = lower($2) and disabled_at is null
        order by username = $2 desc limit 1`,
      [tx.districtId, username],
    ),
  );
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) {
    const failed = { user: user?.username, reason: 'password' } as const;
    await db.inDistrict(district.id, (tx) => recordFailedSignIn(tx, attempt, failed));
    return { outcome: 'refused' };
  }

  return db.inDistrict(district.id, async (tx): Promise<SignIn> => {
    const factor = await readFactor(tx, user.id);
    if (factor?.since) {
      if (!given.code) {
        // Nothing was guessed yet.
        await forgive(tx, attempt, false);
        return { outcome: 'code', wrong: false };
      }
      if (!(await takeCode(tx, keys, { userId: user.id, factor, code: given.code, now }))) {
        await recordFailedSignIn(tx, attempt, { user: user.username, reason: 'code' });
        return { outcome: 'code', wrong: true };
      }
    }
    await forgive(tx, attempt, true);
    const cookie = await openSession(tx, { district, userId: user.id, address: given.address, now });
    return { outcome: 'signed-in', cookie };
  });
}
