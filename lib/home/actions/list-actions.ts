import type { Transaction } from '../../../db/client.ts';
import type { ToolRight } from '../../access/rights.ts';
import { rightsOf } from '../../access/rights-of-user.ts';
import type { Context } from '../../context.ts';
import { clientActions } from './clients.ts';
import { commitInForce } from './commit-in-force.ts';
import { failedFeeds } from './failed-feeds.ts';
import { failedPeople } from './failed-people.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { ACTION_KINDS, type Action } from './schema.ts';
import { waitingCommit } from './waiting-commit.ts';

/** What waits for somebody with the right, read in one transaction. */
const READERS: Partial<Record<ToolRight, (ctx: Context, tx: Transaction) => Promise<Action[]>>> = {
  Synchronization: async (ctx, tx) => {
    const commit = await commitInForce(tx);
    return [
      ...(await waitingCommit(ctx, tx)),
      ...(await failedFeeds(tx)),
      ...(await failedPeople(tx, commit)),
      ...(await likelyDuplicates(tx, commit)),
    ];
  },
  'API Credentials': clientActions,
};

/** A user with none of these has nothing to do here. */
export const RIGHTS_WITH_ACTIONS = Object.keys(READERS) as ToolRight[];

/**
 * What waits for the signed-in user, the most urgent first: only what the user's tool rights let them do. The staff numbers
 * follow from the counts of the staff: lib/home/staff-numbers.ts.
 */
export const listActions = (ctx: Context): Promise<Action[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const found: Action[] = [];
    for (const right of await rightsOf(tx, ctx.actor))
      found.push(...((await READERS[right]?.(ctx, tx)) ?? []));
    return found.sort((a, b) => ACTION_KINDS.indexOf(a.kind) - ACTION_KINDS.indexOf(b.kind));
  });
