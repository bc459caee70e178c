import type { Transaction } from '../../../db/client.ts';
import { allFeeds } from '../../feeds/feed-row.ts';
import { lastRuns } from '../../feeds/feed-runs.ts';
import { type Action, action } from './schema.ts';

/** Feeds whose last run failed, until one works. */
export async function failedFeeds(tx: Transaction): Promise<Action[]> {
  const feeds = await allFeeds(tx);
  const runs = await lastRuns(
    tx,
    feeds.map(({ id }) => id),
  );
  return feeds.flatMap(({ id, name: subject }) => {
    const last = runs.get(id);
    if (last?.status !== 'failed') return [];
    return [action('feedFailed', 1, { subject, at: new Date(last.endedAt ?? last.requestedAt) })];
  });
}
