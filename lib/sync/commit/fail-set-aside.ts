import type { Context } from '../../context.ts';
import { holdFence } from '../run/fence.ts';
import { readSetAside, type SetAside } from '../transfer/set-aside.ts';
import type { Commit } from './commit-batch.ts';
import { recordProgress } from './record-progress.ts';
import { recordResults } from './record-results.ts';

const PAGE = 1000;

/** Those whom the transfer set aside fail, by name (SYNC-2): results, failures and progress together, page by page. */
export async function failSetAside(ctx: Context, { fence, done }: Commit): Promise<void> {
  for (let after: number | undefined = -1; after !== undefined; ) {
    const page = { runId: fence.runId, after, limit: PAGE };
    const found: SetAside[] = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
      await holdFence(tx, fence);
      const found = await readSetAside(tx, page);
      const failed = found
        .filter(({ seq }) => !done.has(seq))
        .map(({ seq, staffNumber, errors, payload }) => ({
          ...{ seq, errors, payload, outcome: 'failed' as const, personId: null, warnings: [] },
          staffNumber: staffNumber ?? `(record ${seq + 1})`,
        }));
      await recordResults(ctx, tx, fence, failed);
      await recordProgress(tx, fence, failed);
      return found;
    });
    after = found.length === PAGE ? found.at(-1)?.seq : undefined;
  }
}
