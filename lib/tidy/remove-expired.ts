import type { Database } from '../../db/client.ts';
import { defineCommand } from '../../db/query.ts';
import { session, signInFailure, ssnSearch } from '../../db/schema/access.ts';
import { accessToken, idempotencyKey } from '../../db/schema/client.ts';
import { mail } from '../../db/schema/mail.ts';
import { removal, removeInBatches } from './remove-in-batches.ts';

/** An expired token is answered `expired` for a week, `unknown` once it is removed. */
export const KEPT_DAYS = 7;

/** No call and no page reads these once they are that old. An answer to a key is valid for 24 hours, a failure counts for 15 minutes, an SSN search for an hour. */
const REMOVALS = [
  defineCommand('remove expired tokens', removal(accessToken, accessToken.expiresAt)),
  defineCommand('remove expired sessions', removal(session, session.expiresAt)),
  defineCommand('remove old idempotency keys', removal(idempotencyKey, idempotencyKey.createdAt)),
  defineCommand('remove old sign-in failures', removal(signInFailure, signInFailure.occurredAt)),
  defineCommand('remove old SSN searches', removal(ssnSearch, ssnSearch.searchedAt)),
  defineCommand('remove old e-mails', removal(mail, mail.expiresAt)),
];

/**
 * Removes the tokens, sessions, answers to keys, sign-in failures, SSN searches and e-mails of every district that expired over a week ago.
 * @returns how many there were
 */
export async function removeExpired(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  let removed = 0;
  for (const remove of REMOVALS) removed += await removeInBatches(db, remove, before);
  return removed;
}
