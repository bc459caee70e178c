import { and, eq, sql } from 'drizzle-orm';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncRun } from '../../../db/schema/sync.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { page } from '../../paging.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { type PastRun, pastRunOf, pastRuns } from './past-run.ts';
import { readUndos } from './undos.ts';

const runsBefore = defineQuery(
  'runs, a page of the history',
  (orm, p: Params<{ before: string | null; limit: number }>) =>
    pastRuns(orm)
      .where(and(inDistrict(syncRun), sql`(${p.before}::uuid is null or ${syncRun.id} < ${p.before})`))
      .limit(p.limit),
);
const runById = defineQuery('a run of the history', (orm, p: Params<{ id: string }>) =>
  pastRuns(orm).where(and(inDistrict(syncRun), eq(syncRun.id, p.id))),
);
const lastCommitted = defineQuery('the synchronization committed last', (orm) =>
  pastRuns(orm)
    .where(and(inDistrict(syncRun), eq(syncRun.kind, 'synchronization'), eq(syncRun.status, 'committed')))
    .limit(1),
);

/** The district's runs, the latest first. */
export function listRuns(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string[] },
): Promise<{ data: PastRun[]; nextCursor: string | null }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await runsBefore(tx, { before: cursor?.[0] ?? null, limit: limit + 1 });
    const undos = await readUndos(tx);
    const { data, nextCursor } = page(rows, limit, (row) => [row.id]);
    return { data: data.map((row) => pastRunOf(row, undos)), nextCursor };
  });
}

/** @throws NotFound for a run that is not this district's */
export function pastRun(ctx: Context, { runId }: { runId: string }): Promise<PastRun> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await runById.first(tx, { id: runId });
    if (!row) throw new NotFound(SYNC_TEXTS.unknownRun());
    return pastRunOf(row, await readUndos(tx));
  });
}

/** The synchronization that was committed last; null before there is one. */
export function lastCommit(ctx: Context): Promise<PastRun | null> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const row = await lastCommitted.first(tx);
    return row ? pastRunOf(row, await readUndos(tx)) : null;
  });
}
