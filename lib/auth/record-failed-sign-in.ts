import type { Transaction } from '../../db/client.ts';
import { newId } from '../context.ts';
import { type Attempt, windowStart } from './sign-in-limit.ts';

export const SIGN_IN_FAILED = 'sign in failed';

/**
 * Audits that a sign-in failed. A name that no user has is not kept: people type their password there. A flood of failures
 * is one event per account and address in the limit's window, and of names that nobody has one per address.
 *
 * @param user the account that was meant, if there is one; it need not be theirs who tried
 */
export async function recordFailedSignIn(
  tx: Transaction,
  { address, now }: Attempt,
  { user, reason }: { user: string | undefined; reason: 'password' | 'code' },
): Promise<void> {
  await tx.run(
    `insert into audit_event (district_id, id, occurred_at, actor, action, target, detail)
     select $1, $2, $3, 'Not signed in', $4, $5::text, jsonb_build_object('address', $6::text, 'wrong', $7::text)
      where not exists (
        select from audit_event e
         where e.district_id = $1 and e.action = $4 and e.occurred_at > $8
           and e.target is not distinct from $5::text and e.detail ->> 'address' = $6)`,
    [tx.districtId, newId(), now, SIGN_IN_FAILED, user ?? null, address, reason, windowStart(now)],
  );
}
