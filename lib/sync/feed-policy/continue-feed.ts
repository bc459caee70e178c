import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { feed, feedRun } from '../../../db/schema/feed.ts';
import type { Context } from '../../context.ts';
import { beginCommit } from '../commit/begin-commit.ts';
import { latestRun } from '../run/run.ts';
import { endFeedRun, failFeedRun, notifyOfFeed } from './end-feed-run.ts';
import { FEED_MESSAGES } from './texts.ts';

const ofJob = defineQuery('the run of a feed that validates', (orm, p: Params<{ jobId: string }>) =>
  orm
    .select({
      id: feedRun.id,
      feedId: feedRun.feedId,
      runId: feedRun.runId,
      fileName: feedRun.fileName,
      reason: feedRun.reason,
      feed: feed.name,
      policy: feed.policy,
      deletedAt: feed.deletedAt,
    })
    .from(feedRun)
    .innerJoin(feed, and(inDistrict(feed), eq(feed.id, feedRun.feedId)))
    .where(and(inDistrict(feedRun), eq(feedRun.jobId, p.jobId), eq(feedRun.status, 'validating'))),
);

/**
 * Part of a validation's end. If a feed submitted it, the feed's policy goes on: users are notified, or the commit starts
 * or is held for approval (SYNC-13). Nothing for any other validation, or if somebody else took over the run.
 */
export async function continueFeed(ctx: Context, tx: Transaction, jobId: string): Promise<void> {
  const at = { ...ctx, now: new Date() };
  const one = await ofJob.first(tx, { jobId });
  const run = one && (await latestRun(tx));
  if (!one || run?.id !== one.runId || run.status !== 'validated') return;
  if (one.policy === 'commit' && !one.deletedAt) {
    const actor = { kind: 'system', name: FEED_MESSAGES.actor(one.feed) } as const;
    const { limits } = await beginCommit({ ...at, actor }, tx, run, { feed: one.feed });
    await endFeedRun(tx, { id: one.id, status: limits ? 'held' : 'commitStarted', at: at.now });
    return;
  }
  await endFeedRun(tx, { id: one.id, status: 'validated', at: at.now });
  await notifyOfFeed(at, tx, {
    type: 'feedValidated',
    subject: FEED_MESSAGES.validated(one.feed),
    body: FEED_MESSAGES.validatedBody(one.fileName ?? '', one.reason),
    link: `/business-office/validation/${one.runId}`,
    eventKey: `feed:${one.id}`,
  });
}

/** The same when the validation failed as a whole; nothing for any other job. */
export async function failFeedOfJob(
  at: Pick<Context, 'db' | 'newId' | 'now'>,
  tx: Transaction,
  jobId: string,
  failure: string,
): Promise<void> {
  const one = await ofJob.first(tx, { jobId });
  if (one) await failFeedRun(at, tx, one, FEED_MESSAGES.validationFailed(failure));
}
