import { and, count, eq, gt } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { Context } from '../context.ts';
import { type SyncOverview, syncOverview } from '../sync/overview.ts';
import { lastCommit, type PastRun } from '../sync/run/list-runs.ts';

/** How far back Home counts errors. */
export const ERROR_DAYS = 7;

/** What Home shows of the integration itself. */
export interface IntegrationState extends Pick<SyncOverview, 'run' | 'failure'> {
  lastCommit: PastRun | null;
  /** Entries of the error log in the last seven days that are neither resolved nor ignored. */
  errors: number;
}

export async function integrationState(ctx: Context): Promise<IntegrationState> {
  const { run, failure } = await syncOverview(ctx);
  return { run, failure, lastCommit: await lastCommit(ctx), errors: await recentErrors(ctx) };
}

const errorsSince = defineQuery('how many errors there are since', (orm, p: Params<{ since: Date }>) =>
  orm
    .select({ errors: count() })
    .from(errorLog)
    .where(and(inDistrict(errorLog), eq(errorLog.state, 'open'), gt(errorLog.occurredAt, p.since))),
);

async function recentErrors(ctx: Context): Promise<number> {
  const since = new Date(ctx.now.getTime() - ERROR_DAYS * 86_400_000);
  const counted = await ctx.db.inDistrict(ctx.district.id, (tx) => errorsSince.first(tx, { since }));
  return counted?.errors ?? 0;
}
