import { inBatches } from '../../concurrency/in-batches.ts';
import type { Context } from '../../context.ts';
import { holdFence } from '../run/fence.ts';
import { readSetAside, type SetAside } from '../transfer/read-set-aside.ts';
import type { Commit } from './commit-batch.ts';
import { recordProgress } from './record-progress.ts';
import { recordResults } from './record-results.ts';

const BATCH_ROWS = 1000;

/** Records that the transfer set aside fail, each with its errors (SYNC-2): results, failures and progress together. */
export async function failSetAside(ctx: Context, { fence, done }: Commit): Promise<void> {
  const batches = inBatches<SetAside>(BATCH_ROWS, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) =>
      readSetAside(tx, { runId: fence.runId, after: last?.seq ?? -1, limit: BATCH_ROWS }),
    ),
  );
  for await (const batch of batches) {
    const failed = batch
      .filter(({ seq }) => !done.has(seq))
      .map(({ seq, staffNumber, errors, payload }) => ({
        ...{ seq, staffNumber, errors, payload },
        ...{ outcome: 'failed' as const, personId: null, warnings: [] },
      }));
    await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      await recordResults(ctx, tx, fence, failed);
      await recordProgress(tx, fence, failed);
    });
  }
}
