import type { Context } from '../context.ts';
import { openErrorsSince } from '../error-log/open-errors.ts';
import { type SyncOverview, syncOverview } from '../sync/overview.ts';
import { lastCommit } from '../sync/run/list-runs.ts';
import type { PastRun } from '../sync/run/past-run.ts';
import { commitInForce } from './actions/commit-in-force.ts';

/** How far back Home counts errors. */
export const ERROR_DAYS = 7;

/** What Home shows of the integration itself. */
export interface IntegrationState extends Pick<SyncOverview, 'run' | 'failure'> {
  /** The commit waits for approval, or was approved and waits to be requested again. */
  held: 'waiting' | 'approved' | null;
  lastCommit: PastRun | null;
  /** The last commit is undone, or its undo is in progress. */
  undone: boolean;
  /** Entries of the error log in the last seven days that are neither resolved nor ignored. */
  errors: number;
}

export async function integrationState(ctx: Context): Promise<IntegrationState> {
  const { run, failure, hold } = await syncOverview(ctx);
  const last = await lastCommit(ctx);
  return {
    run,
    failure,
    held: hold && (hold.approvedAt ? 'approved' : 'waiting'),
    lastCommit: last,
    ...(await ctx.db.inDistrict(ctx.district.id, async (tx) => ({
      undone: last !== null && !(await commitInForce(tx)),
      errors: await openErrorsSince(tx, new Date(ctx.now.getTime() - ERROR_DAYS * 86_400_000)),
    }))),
  };
}
