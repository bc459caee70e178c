import type { Context } from '../context.ts';
import { type SyncOverview, syncOverview } from '../sync/overview.ts';
import { lastCommit, type PastRun } from '../sync/run/list-runs.ts';

/** How far back Home counts errors. */
export const ERROR_DAYS = 7;

/** What Home says of the integration itself. */
export interface IntegrationState extends Pick<SyncOverview, 'run' | 'failure'> {
  lastCommit: PastRun | null;
  /** Entries of the error log in the last seven days. */
  errors: number;
}

export async function integrationState(ctx: Context): Promise<IntegrationState> {
  const { run, failure } = await syncOverview(ctx);
  return { run, failure, lastCommit: await lastCommit(ctx), errors: await recentErrors(ctx) };
}

async function recentErrors(ctx: Context): Promise<number> {
  const since = new Date(ctx.now.getTime() - ERROR_DAYS * 86_400_000);
  const row = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    tx.row<{ count: number }>('select count(*) from error_log where district_id = $1 and occurred_at > $2', [
      tx.districtId,
      since,
    ]),
  );
  return row?.count ?? 0;
}
