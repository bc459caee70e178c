import { and, desc, eq, gt, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { DISTRICT_ID, inDistrict, lower } from '../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../db/query.ts';
import { appUser, session, signInFailure } from '../../db/schema/access.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { newId } from '../new-id.ts';

const MAX_FAILURES = 10;
/** Of all accounts, from one address that no user of the account signed in from in the last week. */
const MAX_FAILURES_OF_ADDRESS = 100;
const WINDOW_MINUTES = 15;

/** Failures before this moment no longer count. */
export const windowStart = (now: Date): Date => new Date(now.getTime() - WINDOW_MINUTES * 60_000);

/** What the limit stores of a username, in any case: never the text, because people type their password there. */
export const accountIndex = (keys: CryptoKeys, districtId: string, username: string): string =>
  blindIndex(keys, { districtId, purpose: 'sign-in' }, username.toLowerCase()).toString('base64');

export interface Attempt {
  id: string;
  username: string;
  /** Its `accountIndex`. */
  account: string;
  /** The network address it came from. */
  address: string;
  now: Date;
}

const insertFailure = defineCommand('insert a failed sign-in', (orm, p: Params<Omit<Attempt, 'username'>>) =>
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
const latestOfAddress = defineQuery(
  'the latest failed sign-ins from an address',
  (orm, p: Params<{ address: string; since: Date }>) =>
    orm
      .select({ at: signInFailure.occurredAt })
      .from(signInFailure)
      .where(
        and(
          inDistrict(signInFailure),
          eq(signInFailure.address, p.address),
          gt(signInFailure.occurredAt, p.since),
        ),
      )
      .orderBy(desc(signInFailure.occurredAt))
      .limit(MAX_FAILURES_OF_ADDRESS + 1),
);
const signedInFrom = defineQuery(
  'whether a user signed in from an address',
  (orm, p: Params<{ username: string; address: string }>) =>
    orm
      .select({ id: session.id })
      .from(session)
      .innerJoin(appUser, and(inDistrict(appUser), eq(appUser.id, session.userId)))
      .where(
        and(
          inDistrict(session),
          eq(session.address, p.address),
          eq(lower(appUser.username), sql`lower(${p.username})`),
        ),
      )
      .limit(1),
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

/** An attempt to sign in to an account, which may not exist. */
export const attemptAt = (
  keys: CryptoKeys,
  districtId: string,
  asked: Pick<Attempt, 'username' | 'address' | 'now'>,
): Attempt => ({ id: newId(), account: accountIndex(keys, districtId, asked.username), ...asked });

/**
 * Counts an attempt as a failure from the start, until `takeBack` or `forgive`. Attempts at the same time could otherwise
 * all pass the limit before one of them is written, so that is a transaction of its own.
 * @returns minutes to wait, and then the attempt does not count; 0 if it may go on
 */
export async function beginAttempt(
  inDistrict: <R>(work: (tx: Transaction) => Promise<R>) => Promise<R>,
  attempt: Attempt,
): Promise<number> {
  const { username: _, ...row } = attempt;
  await inDistrict((tx) => insertFailure(tx, row));
  const minutes = await inDistrict((tx) => minutesToWait(tx, attempt));
  if (minutes > 0) await inDistrict((tx) => takeBack(tx, attempt));
  return minutes;
}

/**
 * Minutes until this account may be tried again from this address; 0 while no limit is exceeded. Besides the account's own
 * limit there is one of the address, because a list of usernames has one failure each. That one does not hold for a user who
 * signed in from the address in the last week: a school has one address, and a pupil must not lock its office out.
 */
async function minutesToWait(tx: Transaction, { username, account, address, now }: Attempt): Promise<number> {
  const since = windowStart(now);
  const [own, all, known] = await Promise.all([
    latestFailures(tx, { account, address, since }),
    latestOfAddress(tx, { address, since }),
    signedInFrom.first(tx, { username, address }),
  ]);
  const oldest = own[MAX_FAILURES] ?? (known ? undefined : all[MAX_FAILURES_OF_ADDRESS]);
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
