import type { Transaction } from '../../db/client.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { recordFailedSignIn } from './record-failed-sign-in.ts';
import { readFactor, takeCode } from './second-factor.ts';
import { type Attempt, takeBack } from './sign-in-limit.ts';

/**
 * Checks the code of a user who signs in. Before the page has asked for one, its absence is no wrong guess.
 * @returns why the user can't go on, else what was taken: nothing of a user without a second factor
 */
export async function checkFactor(
  tx: Transaction,
  keys: CryptoKeys,
  attempt: Attempt,
  { userId, username, code }: { userId: string; username: string; code?: string | undefined },
): Promise<{ stop: { outcome: 'code'; wrong: boolean } } | { taken?: Awaited<ReturnType<typeof takeCode>> }> {
  const factor = await readFactor(tx, userId);
  if (!factor?.since) return {};
  if (!code) {
    await takeBack(tx, attempt);
    return { stop: { outcome: 'code', wrong: false } };
  }
  const taken = await takeCode(tx, keys, { userId, factor, code, now: attempt.now });
  if (taken) return { taken };
  await recordFailedSignIn(tx, attempt, { user: username, reason: 'code' });
  return { stop: { outcome: 'code', wrong: true } };
}
