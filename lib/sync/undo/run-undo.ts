import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Pace } from '../../concurrency/pace.ts';
import type { Context } from '../../context.ts';
import { notifyCommitEnded } from '../run/commit-ended.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { endJob, jobById } from '../run/jobs.ts';
import { lockRuns, runById } from '../run/run.ts';
import { transitionByJob } from '../run/transition.ts';
import { nextPeople } from './entries.ts';
import { putSharedBack, removeUnusedShared } from './shared-rows.ts';
import { UNDO_TEXTS } from './texts.ts';
import { type Undo, undoBatch } from './undo-batch.ts';

/** People per transaction, as in a commit. */
const BATCH_ROWS = 1000;

/**
 * The body of an undo job: what people share is restored first and removed last, between them the people in the order
 * of their ids, batch by batch. After an interruption it continues with the person after the last result.
 */
export async function runUndo(ctx: Context, fence: Fence, pace: Pace): Promise<void> {
  const { undo, ofUndo, last } = await ctx.db.inDistrict(ctx.district.id, (tx) => begin(tx, fence));
  // Only an undo takes titles and addresses away.
  const each = (after: string | undefined, work: (people: string[]) => Promise<void>) =>
    eachBatch(ctx, undo, after, (people) => pace.work(() => work(people)));
  if (ofUndo) await each(undefined, (people) => putSharedBack(ctx, undo, people));
  let place = last ? last.seq + 1 : 0;
  await each(last?.personId, async (people) => {
    await undoBatch(ctx, undo, people, place);
    place += people.length;
  });
  await each(undefined, (people) => removeUnusedShared(ctx, undo, people));
  await finish(ctx, undo);
}

const lastResult = defineQuery('the last result of an undo', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ seq: syncResult.seq, personId: sql<string>`${syncResult.personId}` })
    .from(syncResult)
    .where(and(inDistrict(syncResult), eq(syncResult.runId, p.runId)))
    .orderBy(desc(syncResult.seq))
    .limit(1),
);

async function begin(tx: Transaction, fence: Fence) {
  const run = await runById(tx, fence.runId);
  const undone = run?.undoes ? await runById(tx, run.undoes) : undefined;
  if (!undone) throw new Error('The run to undo is not there.');
  const at = undone.startedAt.toISOString().slice(0, 10);
  const last = await lastResult.first(tx, { runId: fence.runId });
  const undo: Undo = { fence, undoes: undone.id, reason: UNDO_TEXTS.undone(undone.kind, at) };
  return { undo, ofUndo: undone.kind === 'undo', last };
}

async function eachBatch(
  ctx: Context,
  { undoes }: Undo,
  after: string | undefined,
  work: (people: string[]) => Promise<void>,
): Promise<void> {
  for (let last = after; ; ) {
    const people = await ctx.db.inDistrict(ctx.district.id, (tx) => nextPeople(tx, undoes, last, BATCH_ROWS));
    if (people.length > 0) await work(people);
    if (people.length < BATCH_ROWS) return;
    last = people.at(-1);
  }
}

function finish(ctx: Context, { fence, undoes }: Undo): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockRuns(tx);
    await holdFence(tx, fence);
    const now = new Date();
    await transitionByJob(tx, fence, 'complete', now);
    await endJob(tx, fence.runId, 'completed', now);
    const job = await jobById(tx, fence.jobId);
    if (!job) return;
    await notifyCommitEnded(ctx, tx, job, now);
    const { created, updated, unchanged, held, failed, removed } = job;
    await recordAudit(ctx, tx, {
      action: 'sync.undone',
      target: undoes,
      detail: { restored: updated, putBack: created, removed, kept: held, unchanged, failed },
    });
  });
}
