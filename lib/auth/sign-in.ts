import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../db/client.ts';
import { inDistrict, lower } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { appUser } from '../../db/schema/access.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { districtByAppName } from '../district/find-district.ts';
import { checkFactor } from './check-factor.ts';
import { closeSession } from './close-session.ts';
import { mayUsePassword } from './emergency-admins.ts';
import { openSession } from './open-session.ts';
import { verifyPassword } from './passwords.ts';
import { recordFailedSignIn } from './record-failed-sign-in.ts';
import { attemptAt, beginAttempt, forgive, takeBack } from './sign-in-limit.ts';
import { storePassword } from './store-password.ts';
import { type NoNewPassword, replacement } from './temporary-password.ts';
import { MAX_TYPED_PASSWORD_CHARS as MAX_CHARS } from './typed-password.ts';

export interface Credentials {
  appName: string;
  username: string;
  password: string;
  /** Of the second factor, once the page has asked for it. */
  code?: string;
  /** In place of a temporary password, once the page has asked for it. */
  newPassword?: string;
  /** The network address the attempt came from. */
  address: string;
  /** The browser in words (browserName); null if it is not known. */
  browser?: string | null;
  /** The session cookie that the browser sent; its session ends when the sign-in succeeds. */
  presented?: string;
}

export type SignIn =
  | { outcome: 'signed-in'; cookie: string }
  | { outcome: 'refused' }
  /** The password is right and the user has a second factor: the code is missing or `wrong`. */
  | { outcome: 'code'; wrong: boolean }
  /** The password is right but temporary: the user must choose their own, which is missing or `refused`. */
  | { outcome: 'new-password'; refused: NoNewPassword }
  /** The password is right, but the district's users sign in by single sign-on only. */
  | { outcome: 'single-sign-on' }
  | { outcome: 'wait'; minutes: number };

/** The database may hold two usernames that differ only in case: the one as typed wins. */
const enabledUserNamed = defineQuery('an enabled user by username', (orm, p: Params<{ username: string }>) =>
  orm
    .select({
      id: appUser.id,
      username: appUser.username,
      name: appUser.name,
      passwordHash: appUser.passwordHash,
      passwordTemporary: appUser.passwordTemporary,
    })
    .from(appUser)
    .where(
      and(
        inDistrict(appUser),
        eq(lower(appUser.username), sql`lower(${p.username})`),
        isNull(appUser.disabledAt),
      ),
    )
    .orderBy(desc(eq(appUser.username, p.username)))
    .limit(1),
);

/**
 * Opens a session. An unknown district, an unknown or disabled user and a wrong password get the same answer after
 * the same work. After ten failures in fifteen minutes for one account from one address, the account has to wait; after a
 * hundred from one address, so does everybody who did not sign in from there in the last week. A
 * wrong code is a failure, too. A user with a temporary password first chooses their own. Failures are audited.
 */
export async function signIn(
  { db, keys }: { db: Database; keys: CryptoKeys },
  given: Credentials,
  now: Date,
): Promise<SignIn> {
  const username = given.username.trim().slice(0, MAX_CHARS);
  const password = given.password.slice(0, MAX_CHARS);
  const district = await districtByAppName(db, given.appName.trim());
  if (!district || given.password.length > MAX_CHARS) {
    await verifyPassword(undefined, password);
    return { outcome: 'refused' };
  }

  const inDistrict = <R>(work: (tx: Transaction) => Promise<R>) => db.inDistrict(district.id, work);
  const attempt = attemptAt(keys, district.id, { username, address: given.address, now });
  const minutes = await beginAttempt(inDistrict, attempt);
  if (minutes > 0) return { outcome: 'wait', minutes };

  const user = await inDistrict((tx) => enabledUserNamed.first(tx, { username }));
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) {
    const failed = { user: user?.username, reason: 'password' } as const;
    await inDistrict((tx) => recordFailedSignIn(tx, attempt, failed));
    return { outcome: 'refused' };
  }

  if (!(await inDistrict((tx) => mayUsePassword(tx, user.id)))) {
    await inDistrict((tx) => takeBack(tx, attempt));
    return { outcome: 'single-sign-on' };
  }

  const chosen = user.passwordTemporary ? await replacement(user, district, given) : undefined;
  if (chosen && 'refused' in chosen) {
    await inDistrict((tx) => takeBack(tx, attempt));
    return { outcome: 'new-password', refused: chosen.refused };
  }

  const answer = await inDistrict(async (tx): Promise<SignIn> => {
    const { id: userId, username } = user;
    const factor = await checkFactor(tx, keys, attempt, { userId, username, code: given.code });
    if ('stop' in factor) return factor.stop;
    await forgive(tx, attempt);
    if (chosen) await storePassword(tx, { userId, passwordHash: chosen.passwordHash, temporary: false });
    const { address, browser } = given;
    const detail = {
      ...(factor.taken === 'recovery' && { code: 'recovery code' }),
      ...(chosen && { password: 'chosen' }),
    };
    const cookie = await openSession(tx, { district, userId, address, browser, detail, now });
    return { outcome: 'signed-in', cookie };
  });
  if (answer.outcome === 'signed-in')
    await closeSession(db, given.presented, { now, address: given.address });
  return answer;
}
