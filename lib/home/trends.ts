import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inDistrict, json } from '../../db/conditions.ts';
import { orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { syncJob, syncRun } from '../../db/schema/sync.ts';
import { validation } from '../../db/schema/validation.ts';
import type { Context } from '../context.ts';
import type { Facets } from '../report/people/facets.ts';

/** How many of the last commits Home compares. */
export const TREND_RUNS = 12;

const count = z.int().nonnegative();

export const trendSchema = z.object({
  runId: z.uuid(),
  committedAt: z.iso.datetime(),
  /** Staff transferred. */
  people: count,
  created: count,
  /** People whose employment ended, as the report had them. */
  ended: count,
  failed: count,
  /** Of the commit, in seconds. */
  seconds: z.number().nonnegative(),
});
export type Trend = z.infer<typeof trendSchema>;

/** The run's commit; an earlier one that failed as a whole counts only if no later one followed. */
const commitJob = orm
  .select({
    created: syncJob.created,
    failed: syncJob.failed,
    seconds: sql<number>`extract(epoch from ${syncJob.finishedAt} - ${syncJob.startedAt})::float8`.as(
      'seconds',
    ),
  })
  .from(syncJob)
  .where(and(inDistrict(syncJob), eq(syncJob.runId, syncRun.id), eq(syncJob.kind, 'commit')))
  .orderBy(desc(syncJob.submittedAt), desc(syncJob.id))
  .limit(1)
  .as('commit_job');

const lastCommits = defineQuery('the last commits, compared', (orm, p: Params<{ limit: number }>) =>
  orm
    .select({
      runId: syncRun.id,
      committedAt: sql<Date>`${syncRun.committedAt}`.mapWith(syncRun.committedAt),
      people: syncRun.staffTransferred,
      created: commitJob.created,
      failed: commitJob.failed,
      seconds: commitJob.seconds,
      facets: json<Partial<Facets> | null>(validation.facets),
    })
    .from(syncRun)
    .innerJoinLateral(commitJob, sql`true`)
    .leftJoin(validation, and(inDistrict(validation), eq(validation.id, syncRun.validationId)))
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committed')))
    .orderBy(desc(syncRun.committedAt), desc(syncRun.id))
    .limit(p.limit),
);

/** The last commits of synchronizations, the oldest first. */
export const trends = (ctx: Context): Promise<Trend[]> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) =>
    (await lastCommits(tx, { limit: TREND_RUNS }))
      .map(({ committedAt, facets, seconds, ...run }) => ({
        ...run,
        committedAt: committedAt.toISOString(),
        ended: facets?.tags?.['change:ended'] ?? 0,
        seconds: seconds ?? 0,
      }))
      .reverse(),
  );
