import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { allFeeds, type FeedRow, readFeedRow } from './feed-row.ts';
import { lastRuns } from './feed-runs.ts';
import type { Feed, FeedRun } from './schema.ts';
import { folderOf } from './source/folder.ts';

/** By name, each with its last run. */
export const listFeeds = (ctx: Context): Promise<{ data: Feed[]; folder: string | null }> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const rows = await allFeeds(tx);
    const runs = await lastRuns(
      tx,
      rows.map(({ id }) => id),
    );
    return {
      data: rows.map((row) => view(row, runs.get(row.id) ?? null)),
      folder: (ctx.feedAccess && folderOf(ctx.feedAccess, ctx.district)) ?? null,
    };
  });

/** @throws NotFound */
export async function readFeed(tx: Transaction, id: string): Promise<Feed> {
  const row = await readFeedRow(tx, id);
  return view(row, (await lastRuns(tx, [id])).get(id) ?? null);
}

function view(row: FeedRow, lastRun: FeedRun | null): Feed {
  const { secretCipher, nextAt, createdAt, changedAt, deletedAt, ...shown } = row;
  return {
    ...shown,
    hasSecret: secretCipher !== null,
    paused: nextAt === null,
    nextAt: nextAt?.toISOString() ?? null,
    lastRun,
  };
}
