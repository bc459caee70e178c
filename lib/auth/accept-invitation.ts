import type { Database, Transaction } from '../../db/client.ts';
import { recordUnsigned } from '../audit/record-unsigned.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { districtByShortId } from '../district/find-district.ts';
import { checkFactor } from './check-factor.ts';
import { closeSession } from './close-session.ts';
import { mayUsePassword } from './emergency-admins.ts';
import { readInvitation, takeInvitation } from './invitation.ts';
import { openSession } from './open-session.ts';
import { readSessionCookie } from './session-cookie.ts';
import type { SignIn } from './sign-in.ts';
import { attemptAt, beginAttempt, forgive, takeBack } from './sign-in-limit.ts';
import { storePassword } from './store-password.ts';
import { replacement } from './temporary-password.ts';

export interface Acceptance {
  /** The end of the link. */
  invitation: string;
  newPassword?: string;
  /** Of the second factor, once the page has asked for it. */
  code?: string;
  address: string;
  browser?: string | null;
  /** The session cookie that the browser sent; its session ends when the sign-in succeeds. */
  presented?: string;
}

/** No username has this sign. Links that do not work count as failures of this one account, per address. */
const NOBODY = '#invitation';

/**
 * Stores the password that a user chose by a link, and signs them in. An unknown, a used, a withdrawn and an expired link
 * get the same answer, and count as failed sign-ins of their address. A user with a second factor also sends a code.
 */
export async function acceptInvitation(
  { db, keys }: { db: Database; keys: CryptoKeys },
  given: Acceptance,
  now: Date,
): Promise<SignIn> {
  const key = readSessionCookie(given.invitation);
  const district = key && (await districtByShortId(db, key.shortId));
  if (!key || !district) return { outcome: 'refused' };
  const { token } = key;
  const inDistrict = <R>(work: (tx: Transaction) => Promise<R>) => db.inDistrict(district.id, work);
  const { address, browser } = given;
  const attemptOf = (username: string) => attemptAt(keys, district.id, { username, address, now });

  const guess = attemptOf(NOBODY);
  const minutes = await beginAttempt(inDistrict, guess);
  if (minutes > 0) return { outcome: 'wait', minutes };
  const user = await inDistrict((tx) => readInvitation(tx, { token, now }));
  if (!user) return { outcome: 'refused' };
  if (user.refused) {
    const detail = { reason: user.refused };
    const facts = { action: 'invitation.refused' as const, target: user.username, detail };
    await inDistrict((tx) => recordUnsigned(tx, { address, now }, facts));
    return { outcome: 'refused' };
  }
  await inDistrict((tx) => takeBack(tx, guess));

  if (!(await inDistrict((tx) => mayUsePassword(tx, user.userId)))) return { outcome: 'single-sign-on' };
  const chosen = await replacement(user, district, { password: '', newPassword: given.newPassword });
  if ('refused' in chosen) return { outcome: 'new-password', refused: chosen.refused };
  const attempt = attemptOf(user.username);
  const wait = await beginAttempt(inDistrict, attempt);
  if (wait > 0) return { outcome: 'wait', minutes: wait };
  const answer = await inDistrict(async (tx): Promise<SignIn> => {
    const { userId, username } = user;
    const factor = await checkFactor(tx, keys, attempt, { userId, username, code: given.code });
    if ('stop' in factor) return factor.stop;
    if (!(await takeInvitation(tx, { token, now }))) return { outcome: 'refused' };
    await forgive(tx, attempt);
    await storePassword(tx, { userId, passwordHash: chosen.passwordHash, temporary: false });
    await recordUnsigned(tx, { address, now }, { action: 'invitation.used', target: username, detail: null });
    const detail = { by: 'link', ...(factor.taken === 'recovery' && { code: 'recovery code' }) };
    const cookie = await openSession(tx, { district, userId, address, browser, detail, now });
    return { outcome: 'signed-in', cookie };
  });
  if (answer.outcome === 'signed-in') await closeSession(db, given.presented, { now, address });
  return answer;
}
