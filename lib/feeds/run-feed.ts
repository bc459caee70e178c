import type { Context } from '../context.ts';
import { recordUpload } from '../error-log/record-upload.ts';
import { type Failure, Invalid, TooLarge, Unreadable } from '../failure.ts';
import { failFeedRun } from '../sync/feed-policy/end-feed-run.ts';
import { FEED_MESSAGES } from '../sync/feed-policy/texts.ts';
import { archiveFile } from './archive-file.ts';
import { cancelIfEmpty, progressOf } from './begin-run.ts';
import { type ClaimedRun, claimRun, failsRun, Superseded } from './claim-run.ts';
import { finishRun } from './finish-run.ts';
import { openFeedSecret } from './secret.ts';
import { FeedProblem } from './source/feed-problem.ts';
import { LOOK_AGAIN_MS } from './source/find-file.ts';
import { openSource } from './source/open-source.ts';
import type { Source } from './source/source.ts';
import { takeFile } from './take-file.ts';
import { FEED_PROBLEMS } from './texts.ts';

/** A worker that dies of a feed's file so often would die of it again. */
const MAX_ATTEMPTS = 5;

/**
 * Takes a feed's file: finds it, holds it, transfers it, and does what the policy says. What a worker that died had done
 * is not done again. Why it failed is the run's reason; an unexpected error is thrown, and the queue tries again.
 * @param lookAgainMs for tests
 */
export async function runFeed(
  given: Context,
  { feedRunId }: { feedRunId: string },
  lookAgainMs = LOOK_AGAIN_MS,
): Promise<void> {
  const claimed = await claimRun(given, feedRunId);
  if (!claimed) return;
  const ctx: Context = { ...given, actor: { kind: 'system', name: FEED_MESSAGES.actor(claimed.feed.name) } };
  try {
    await carryOutOrFail(ctx, claimed, lookAgainMs);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

async function carryOutOrFail(ctx: Context, claimed: ClaimedRun, lookAgainMs: number): Promise<void> {
  try {
    if (claimed.attempt > MAX_ATTEMPTS) throw new FeedProblem(FEED_PROBLEMS.gaveUp());
    await carryOut(ctx, claimed, lookAgainMs);
  } catch (error) {
    if (!failsRun(error)) throw error;
    await fail(ctx, claimed, error);
  }
}

async function carryOut(ctx: Context, claimed: ClaimedRun, lookAgainMs: number): Promise<void> {
  const progress = await progressOf(ctx, claimed);
  if (progress === 'staged') {
    const notes = await archiveStaged(ctx, claimed);
    return finishRun(ctx, claimed, claimed.runId as string, notes);
  }
  const source = await open(ctx, claimed);
  try {
    const taken = await takeFile(ctx, claimed, source, lookAgainMs);
    if (taken) await finishRun(ctx, claimed, taken.runId, taken.notes);
  } finally {
    await source.close();
  }
}

const open = (ctx: Context, { feed }: ClaimedRun): Promise<Source> =>
  openSource(ctx, feed.source, {
    hostKey: feed.hostKey,
    secret: openFeedSecret(ctx.keys, ctx.district.id, feed.id, feed.secretCipher),
  });

/** The file may still be where it was when the worker died. */
async function archiveStaged(ctx: Context, claimed: ClaimedRun): Promise<string | null> {
  const { fileName, bytes } = claimed;
  if (fileName === null) return null;
  try {
    const source = await open(ctx, claimed);
    try {
      return await archiveFile(ctx, source, { name: fileName, bytes, modifiedAt: null });
    } finally {
      await source.close();
    }
  } catch (error) {
    if (error instanceof FeedProblem) return error.message;
    throw error;
  }
}

async function fail(ctx: Context, claimed: ClaimedRun, error: Failure): Promise<void> {
  const { id, attempt, feed, runId } = claimed;
  if (runId) await cancelIfEmpty(ctx, claimed, runId);
  const of = { id, attempt, feedId: feed.id, feed: feed.name };
  const failed = await ctx.db.inDistrict(ctx.district.id, (tx) => failFeedRun(ctx, tx, of, error.message));
  // As a file that a user uploads (ERR-1); uploadStaff has logged its rows.
  const status = STATUS.find(([kind]) => error instanceof kind)?.[1];
  if (failed && status)
    await recordUpload(ctx.db, ctx.district.id, {
      ...{ at: ctx.now, requestId: null, status, message: error.message, payload: null },
      errors: error.errors,
    });
}

const STATUS = [
  [Unreadable, 400],
  [TooLarge, 413],
  [Invalid, 422],
] as const;
