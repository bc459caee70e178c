import { and, desc, eq, gt, lte, or } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { signInFailure } from '../../db/schema/access.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';

const MAX_FAILURES = 10;
const WINDOW_MINUTES = 15;

/** Failures before this moment no longer count. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

/** What the limit stores of a username, in any case: never the text, because people type their password there. */
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

const insertFailure = defineCommand('insert a failed sign-in', (orm, p: Params<Attempt>) =>
  orm.insert(signInFailure).values({
    districtId: DISTRICT_ID,
    id: p.id,
    username: p.account,
    address: p.address,
    occurredAt: p.now,
  }),
);
const latestFailures = defineQuery(
  'the latest failed sign-ins of an account',
  (orm, p: Params<{ account: string; address: string; since: Date }>) =>
    orm
      .select({ at: signInFailure.occurredAt })
      .from(signInFailure)
      .where(
        and(
          inDistrict(signInFailure),
          eq(signInFailure.username, p.account),
          eq(signInFailure.address, p.address),
          gt(signInFailure.occurredAt, p.since),
        ),
      )
      .orderBy(desc(signInFailure.occurredAt))
      .limit(MAX_FAILURES + 1),
);
const deleteAttempt = defineCommand('delete one sign-in attempt', (orm, p: Params<{ id: string }>) =>
  orm.delete(signInFailure).where(and(inDistrict(signInFailure), eq(signInFailure.id, p.id))),
);
const deleteFailures = defineCommand(
  'delete failed sign-ins that no longer count',
  (orm, p: Params<{ account: string; address: string; since: Date }>) =>
    orm
      .delete(signInFailure)
      .where(
        and(
          inDistrict(signInFailure),
          or(
            and(eq(signInFailure.username, p.account), eq(signInFailure.address, p.address)),
            lte(signInFailure.occurredAt, p.since),
          ),
        ),
      ),
);

/**
 * Counts an attempt as a failure from the start, until `takeBack` or `forgive`. Attempts at the same time could
 * otherwise all pass the limit before one of them is written.
 */
export async function recordAttempt(tx: Transaction, attempt: Attempt): Promise<void> {
  await insertFailure(tx, attempt);
}

/** Minutes until this account may be tried again from this address; 0 while the limit is not exceeded. */
export async function minutesToWait(tx: Transaction, { account, address, now }: Attempt): Promise<number> {
  const since = windowStart(now);
  const attempts = await latestFailures(tx, { account, address, since });
  const oldest = attempts[MAX_FAILURES];
  if (!oldest) return 0;
  return Math.max(1, Math.ceil((oldest.at.getTime() - since.getTime()) / 60_000));
}

/** Deletes this attempt alone: it was refused by the limit or guessed nothing, so it must not prolong the wait. */
export async function takeBack(tx: Transaction, { id }: Attempt): Promise<void> {
  await deleteAttempt(tx, { id });
}

/**
 * After a success: deletes all failures of the account from this address. Also deletes everyone's failures that the
 * limit no longer counts, so that the table stays small.
 */
export async function forgive(tx: Transaction, { account, address, now }: Attempt): Promise<void> {
  await deleteFailures(tx, { account, address, since: windowStart(now) });
}
