import { and, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import type { Pace } from '../../concurrency/pace.ts';
import { withConcurrency } from '../../concurrency/with-concurrency.ts';
import type { Context } from '../../context.ts';
import {
  BATCH_SIZE,
  BatchBuilder,
  batchesOf,
  exclude,
  placesOf,
  type StagedBatch,
  type StagedCall,
} from '../batch/batches.ts';
import { stagedCalls, stagedTitles } from '../batch/staged.ts';
import { runValueMaps } from '../batch/value-maps.ts';
import { excludedKeys } from '../guards/exclusions.ts';
import { notifyCommitEnded } from '../run/commit-ended.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { endJob, jobById } from '../run/jobs.ts';
import { lockRuns } from '../run/run.ts';
import { transitionByJob } from '../run/transition.ts';
import { readSettings } from '../settings.ts';
import { type UnchangedPeople, unchangedPeople } from '../validate/unchanged-people.ts';
import { type Commit, commitBatch } from './commit-batch.ts';
import { commitUnchanged } from './commit-unchanged.ts';
import { failSetAside } from './fail-set-aside.ts';
import { keepKnownRecords } from './keep-known.ts';

/** Batches that are committed at once. */
const CONCURRENCY = 2;
/** Rows of unchanged people, of up to a thousand each, per transaction. */
const UNCHANGED_ROWS = 5;
/** People per transaction while somebody calls: who writes to one of them waits until it ends. */
const CALLED_SIZE = 250;

/** The body of a commit job: every staged person, in batches side by side, then the run is committed. */
export async function runCommit(ctx: Context, fence: Fence, pace: Pace): Promise<void> {
  const { calls, unchanged, ...commit } = await ctx.db.inDistrict(ctx.district.id, async (tx) => ({
    calls: await stagedCalls(tx, fence.runId),
    fence,
    done: await doneBefore(tx, fence),
    unchanged: await unchangedPeople(tx, { runId: fence.runId, today: todayOf(ctx) }),
    excluded: await excludedKeys(tx),
    describedTitles: await stagedTitles(tx, fence.runId),
    keepUnlistedPositions: (await readSettings(tx)).keepUnlistedPositions,
    valueMaps: await runValueMaps(tx, fence.runId),
  }));
  await commitAll(ctx, commit, pace, { calls, unchanged });
  await failSetAside(ctx, commit);
  await finish(ctx, fence);
  await keepKnownRecords(ctx, fence.runId, calls);
}

/**
 * In staged order, so that somebody who is just being edited keeps few others waiting: of each batch first the people for
 * whom nothing is to be written. The others are built into full batches again, because what is left has gaps.
 */
async function commitAll(
  ctx: Context,
  commit: Commit,
  pace: Pace,
  { calls, unchanged }: { calls: readonly StagedCall[]; unchanged: readonly UnchangedPeople[] },
): Promise<void> {
  /** 1 for the places that need no plan. */
  const settled = new Uint8Array(placesOf(calls));
  const left = new BatchBuilder(BATCH_SIZE);
  // A person who has to be marked is written, which waits while somebody edits them. So few others are settled with them.
  let marked = Number.POSITIVE_INFINITY;
  const steps = stepsOf(calls, unchanged, {
    rowsNext: () => (marked > 0 ? 1 : UNCHANGED_ROWS),
    settle: async (rows) => {
      const settling = await commitUnchanged(ctx, commit, rows);
      for (const place of settling.places) settled[place] = 1;
      marked = settling.marked;
    },
    plan: async (batch, called) => {
      const ranges = exclude(batch, (place) => settled[place] === 1 || commit.done.has(place));
      for (const full of ranges.flatMap((range) => left.add(range)))
        await commitBatch(ctx, commit, full, sizeOf(called));
    },
  });
  await withConcurrency(CONCURRENCY, steps, (step) => pace.work(step));
  for (const rest of left.flush())
    await pace.work((called) => commitBatch(ctx, commit, rest, sizeOf(called)));
}

const sizeOf = (called: boolean): number => (called ? CALLED_SIZE : BATCH_SIZE);

type Step = (called: boolean) => Promise<void>;

/** A batch is planned once all unchanged people who begin in it or before it are settled. */
function* stepsOf(
  calls: readonly StagedCall[],
  unchanged: readonly UnchangedPeople[],
  {
    rowsNext,
    settle,
    plan,
  }: {
    /** How many rows are settled together. */
    rowsNext: () => number;
    settle: (rows: readonly UnchangedPeople[]) => Promise<void>;
    plan: (batch: StagedBatch, called: boolean) => Promise<void>;
  },
): Generator<Step> {
  const settling: Promise<void>[] = [];
  let next = 0;
  for (const batch of batchesOf(calls, BATCH_SIZE)) {
    const isDue = (row = unchanged[next]) => row && row.firstSeq < batch.from + batch.records;
    while (isDue()) {
      const rows = unchanged.slice(next, next + rowsNext());
      next += rows.length;
      const { promise, resolve } = Promise.withResolvers<void>();
      settling.push(promise);
      yield () => settle(rows).finally(resolve);
    }
    const before = Promise.all(settling);
    yield async (called) => {
      await before;
      await plan(batch, called);
    };
  }
}

const placesDone = defineQuery(
  'places that a job has committed',
  (orm, p: Params<{ runId: string; jobId: string }>) =>
    orm
      .select({ seq: syncResult.seq })
      .from(syncResult)
      .where(and(inDistrict(syncResult), eq(syncResult.runId, p.runId), eq(syncResult.jobId, p.jobId))),
);

/** Read once: the fence keeps everyone else from adding to it. */
async function doneBefore(tx: Transaction, { runId, jobId }: Fence): Promise<ReadonlySet<number>> {
  const done = await placesDone(tx, { runId, jobId });
  return new Set(done.map(({ seq }) => seq));
}

function finish(ctx: Context, fence: Fence): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockRuns(tx);
    await holdFence(tx, fence);
    const now = new Date();
    await transitionByJob(tx, fence, 'complete', now);
    await endJob(tx, fence.runId, 'completed', now);
    const job = await jobById(tx, fence.jobId);
    if (job) await notifyCommitEnded(ctx, tx, job, now);
    await recordAudit(ctx, tx, {
      action: 'sync.committed',
      target: fence.runId,
      detail: {
        created: job?.created,
        updated: job?.updated,
        unchanged: job?.unchanged,
        held: job?.held,
        failed: job?.failed,
      },
    });
  });
}
