import { and, desc, eq, getTableColumns, gte, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { type Orm, orm } from '../../db/orm.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { feedRun } from '../../db/schema/feed.ts';
import { syncRun } from '../../db/schema/sync.ts';
import type { Context } from '../context.ts';
import { page } from '../paging.ts';
import { goneSince } from '../retention/gone.ts';
import { readFeedRow } from './feed-row.ts';
import type { FeedRun } from './schema.ts';

const { districtId: _, ...COLUMNS } = getTableColumns(feedRun);
const SHOWN = {
  ...COLUMNS,
  runStatus: syncRun.status,
  hasReport: sql<boolean>`${syncRun.validationId} is not null and ${goneSince(orm, 'reports')} is null`,
};
const ofFeedRun = and(inDistrict(syncRun), eq(syncRun.id, feedRun.runId));
const runs = (orm: Orm) => orm.select(SHOWN).from(feedRun).leftJoin(syncRun, ofFeedRun);

const live = defineQuery('the run of a feed that is under way', (orm, p: Params<{ feedId: string }>) =>
  orm
    .select({ id: feedRun.id })
    .from(feedRun)
    .where(
      and(inDistrict(feedRun), eq(feedRun.feedId, p.feedId), inArray(feedRun.status, ['queued', 'running'])),
    ),
);
const byId = defineQuery('a run of a feed', (orm, p: Params<{ id: string }>) =>
  runs(orm).where(and(inDistrict(feedRun), eq(feedRun.id, p.id))),
);
const before = defineQuery(
  'runs of a feed, the latest first',
  (orm, p: Params<{ feedId: string; before: string | null; limit: number }>) =>
    runs(orm)
      .where(
        and(
          inDistrict(feedRun),
          eq(feedRun.feedId, p.feedId),
          sql`(${p.before}::uuid is null or ${feedRun.id} < ${p.before})`,
        ),
      )
      .orderBy(desc(feedRun.id))
      .limit(p.limit),
);
const lastOfEach = defineQuery(
  'the last run of each feed',
  (orm, p: Params<{ feedIds: readonly string[] }>) =>
    orm
      .selectDistinctOn([feedRun.feedId], SHOWN)
      .from(feedRun)
      .leftJoin(syncRun, ofFeedRun)
      .where(and(inDistrict(feedRun), isOneOf(feedRun.feedId, p.feedIds)))
      .orderBy(feedRun.feedId, desc(feedRun.id)),
);
const lastTaken = defineQuery(
  'the last file that a feed has transferred',
  (orm, p: Params<{ feedId: string; after: Date | null }>) =>
    orm
      .select({ sha256: feedRun.sha256, rows: feedRun.rows })
      .from(feedRun)
      .innerJoin(syncRun, ofFeedRun)
      .where(
        and(
          inDistrict(feedRun),
          eq(feedRun.feedId, p.feedId),
          isNotNull(feedRun.rows),
          inArray(feedRun.status, ['validating', 'transferred', 'validated', 'held', 'commitStarted']),
          ne(syncRun.status, 'cancelled'),
          sql`(${p.after}::timestamptz is null or ${gte(feedRun.requestedAt, p.after)})`,
        ),
      )
      .orderBy(desc(feedRun.id))
      .limit(1),
);

type FeedRunRow = Awaited<ReturnType<typeof byId>>[number];

export const liveRunOf = (tx: Transaction, feedId: string): Promise<{ id: string } | undefined> =>
  live.first(tx, { feedId });
export const feedRunById = (tx: Transaction, id: string): Promise<FeedRunRow | undefined> =>
  byId.first(tx, { id });

/** By feed. */
export async function lastRuns(tx: Transaction, feedIds: readonly string[]): Promise<Map<string, FeedRun>> {
  const rows = await lastOfEach(tx, { feedIds });
  return new Map(rows.map((row) => [row.feedId, viewFeedRun(row)]));
}

/** Without files whose synchronization was cancelled: they are taken again. `after`: only if it was taken since then. */
export const lastTakenFile = (
  tx: Transaction,
  of: { feedId: string; after: Date | null },
): Promise<{ sha256: string | null; rows: number | null } | undefined> => lastTaken.first(tx, of);

/** The latest first. @throws NotFound for a feed that is not there */
export const listFeedRuns = (
  ctx: Context,
  { feedId, limit, cursor }: { feedId: string; limit: number; cursor?: string[] | undefined },
): Promise<{ data: FeedRun[]; nextCursor: string | null }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await readFeedRow(tx, feedId);
    const rows = await before(tx, { feedId, before: cursor?.[0] ?? null, limit: limit + 1 });
    const { data, nextCursor } = page(rows, limit, (row) => [row.id]);
    return { data: data.map(viewFeedRun), nextCursor };
  });

export function viewFeedRun({ requestedAt, endedAt, ...row }: FeedRunRow): FeedRun {
  const { feedId, attempt, startedAt, jobId, ...shown } = row;
  return { ...shown, requestedAt: requestedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}
