import type { Transaction } from '../../../db/client.ts';
import { forgetPlans } from '../../../db/forget-plans.ts';
import { applyPlans } from '../../change/apply/apply-plans.ts';
import { writeInHalves } from '../../change/retry.ts';
import { writerOf } from '../../change/writer.ts';
import type { Context } from '../../context.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { StagedBatch } from '../batch/batches.ts';
import { type PlanOptions, planBatch } from '../batch/plan-batch.ts';
import { readStaged, type Staged } from '../batch/staged.ts';
import { EXCLUDED } from '../guards/exclusions.ts';
import type { Fence } from '../run/fence.ts';
import { holdFence } from '../run/fence.ts';
import { recordProgress } from './record-progress.ts';
import { recordResults, refusedByDatabase } from './record-results.ts';

export interface Commit extends PlanOptions {
  fence: Fence;
  /** What the job had written before it was interrupted, by place in staged order: it is not written again (SYNC-10). */
  done: ReadonlySet<number>;
  /** People excluded by an admin, by the key of their number (SYNC-13). */
  excluded: ReadonlySet<string>;
}

/** New people in a batch from which on its tables grow faster than Postgres counts their rows. */
const MANY_CREATED = 100;

/**
 * Commits one batch of the staging, `size` people in one transaction: people, journal, results, failures and progress together.
 * If Campus moves under it, it is loaded and planned again. If the database refuses it, it is halved until the person
 * is found who can't be written; their failure is recorded and the rest go on (SYNC-9).
 * @throws Fenced
 */
export async function commitBatch(
  ctx: Context,
  commit: Commit,
  { ranges }: StagedBatch,
  size: number,
): Promise<void> {
  const staged = await ctx.db.inDistrict(ctx.district.id, (tx) => readStaged(ctx.keys, tx, ranges));
  for (let from = 0; from < staged.length; from += size)
    await writeInHalves(
      staged.slice(from, from + size),
      (part) => ctx.db.inDistrict(ctx.district.id, (tx) => write(ctx, commit, tx, part)),
      (refused, _place, error) => recordRefusal(ctx, commit, refused, error),
    );
}

async function write(
  ctx: Context,
  commit: Commit,
  tx: Transaction,
  staged: readonly Staged[],
): Promise<void> {
  await holdFence(tx, commit.fence);
  const [held, free] = partition(staged, ({ record }) =>
    commit.excluded.has(staffNumberKey(record.staffNumber)),
  );
  const planned = await planBatch(ctx, tx, free, commit);
  const plans = planned.flatMap(({ plan }) => (plan.outcome === 'failed' ? [] : [plan]));
  await applyPlans(tx, writerOf(ctx, 'hr', commit.fence.runId), plans);
  if (plans.filter(({ outcome }) => outcome === 'created').length >= MANY_CREATED) await forgetPlans(tx);
  const outcomes = [
    ...planned.map(({ seq, record, plan }) => ({ seq, record, personId: null, ...plan })),
    ...held.map(excluded),
  ];
  await recordResults(ctx, tx, commit.fence, outcomes);
  await recordProgress(tx, commit.fence, outcomes);
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  const { true: yes = [], false: no = [] } = Object.groupBy(all, (one) => (test(one) ? 'true' : 'false'));
  return [yes, no];
}

const excluded = ({ seq, record }: Staged) => ({
  seq,
  record,
  staffNumber: record.staffNumber,
  outcome: 'held' as const,
  personId: null,
  warnings: [EXCLUDED],
  errors: [],
});

async function recordRefusal(ctx: Context, commit: Commit, staged: Staged, error: unknown): Promise<void> {
  const outcome = { ...staged, ...refusedByDatabase(staged.record.staffNumber, error) };
  await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    await holdFence(tx, commit.fence);
    await recordResults(ctx, tx, commit.fence, [outcome]);
    await recordProgress(tx, commit.fence, [outcome]);
  });
}
