import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { inLanes } from '../../concurrency/with-concurrency.ts';
import type { Context } from '../../context.ts';
import { Gathering, STRETCH, type StagedCall, type Stretch, stretches, without } from '../batch/batches.ts';
import { stagedCalls, stagedTitles } from '../batch/staged.ts';
import { heldOutKeys } from '../guards/held-out.ts';
import { tellCommitEnded } from '../run/commit-ended.ts';
import { type Fence, holdFence } from '../run/fence.ts';
import { endJob, jobById } from '../run/jobs.ts';
import { lockRuns } from '../run/run.ts';
import { transitionByJob } from '../run/transition.ts';
import { readSettings } from '../settings.ts';
import { unchangedBy } from '../validate/unchanged.ts';
import { type Commit, commitStretch } from './commit-batch.ts';
import { passUnchanged } from './commit-unchanged.ts';
import { failSetAside } from './fail-set-aside.ts';

const LANES = 2;

/** The body of a commit job: every staged person, in batches side by side, then the run is committed. */
export async function runCommit(ctx: Context, fence: Fence): Promise<void> {
  const { calls, ...commit } = await ctx.db.inDistrict(ctx.district.id, async (tx) => ({
    calls: await stagedCalls(tx, fence.runId),
    fence,
    done: await doneBefore(tx, fence),
    unchanged: await unchangedBy(tx, { runId: fence.runId, today: todayOf(ctx) }),
    heldOut: await heldOutKeys(tx),
    describedTitles: await stagedTitles(tx, fence.runId),
    keepUnlistedPositions: (await readSettings(tx)).keepUnlistedPositions,
  }));
  await commitAll(ctx, commit, calls);
  await failSetAside(ctx, commit);
  await finish(ctx, fence);
}

/** Who is left of the stretches, once those done before and those with nothing to do are passed over, is gathered into full batches again. */
async function commitAll(ctx: Context, commit: Commit, calls: readonly StagedCall[]): Promise<void> {
  const left = new Gathering(STRETCH);
  await inLanes(LANES, stretches(calls, STRETCH), async (stretch: Stretch) => {
    const passed = await passUnchanged(ctx, commit, stretch);
    const rest = without(stretch, (place) => passed.has(place) || commit.done.has(place));
    for (const full of rest.flatMap((part) => left.add(part))) await commitStretch(ctx, commit, full);
  });
  for (const last of left.rest()) await commitStretch(ctx, commit, last);
}

/** Read once: the fence keeps everyone else from adding to it. */
async function doneBefore(tx: Transaction, fence: Fence): Promise<ReadonlySet<number>> {
  const done = await tx.tuples<[number]>(
    'select seq from sync_result where district_id = $1 and run_id = $2 and job_id = $3',
    [tx.districtId, fence.runId, fence.jobId],
  );
  return new Set(done.map(([seq]) => seq));
}

function finish(ctx: Context, fence: Fence): Promise<void> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await lockRuns(tx);
    await holdFence(tx, fence);
    const now = new Date();
    await transitionByJob(tx, fence, 'complete', now);
    await endJob(tx, fence.runId, 'completed', now);
    const job = await jobById(tx, fence.jobId);
    if (job) await tellCommitEnded(tx, ctx.newId, job, now);
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
