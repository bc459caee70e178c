import type { Database } from '../../db/client.ts';
import { removeInParts } from './remove-in-parts.ts';

/** What has run out is told from what never was (`expired`, not `unknown`) for a week more. */
export const KEPT_DAYS = 7;

/** What no call and no page looks at once it is that old. An answer to a key is kept 24 hours, a failure counts 15 minutes. */
const EXPIRED: Record<string, string> = {
  access_token: 'o.expires_at < $2',
  session: 'o.expires_at < $2',
  idempotency_key: 'o.created_at < $2',
  sign_in_failure: 'o.occurred_at < $2',
};

/**
 * Removes tokens, sign-ins, answers to keys and failed sign-ins that ran out over a week ago, of every district.
 *
 * @returns how many there were
 */
export async function removeExpired(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  let removed = 0;
  for (const [table, condition] of Object.entries(EXPIRED))
    removed += await removeInParts(db, table, condition, before);
  return removed;
}
