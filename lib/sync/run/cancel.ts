import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { notifyCommitEnded } from './commit-ended.ts';
import { endJob, liveJob } from './jobs.ts';
import { isLiveRun, lockLatestRun, type RunRow, runById, viewRun } from './run.ts';
import { transition } from './transition.ts';

/**
 * An admin cancels the live run (SYNC-1). What a commit has written until then is kept. Batches that are being written
 * end first; the next one finds the fence moved and stops.
 */
export function cancelSync(ctx: Context): Promise<SyncRun> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    if (!isLiveRun(run)) throw new Conflict(SYNC_TEXTS.nothingToCancel(), [], { allowed: ['start'] });
    await transition(tx, run, 'cancel', ctx.now);
    const job = await liveJob(tx);
    await endJob(tx, run.id, 'cancelled', ctx.now);
    if (job && job.kind !== 'validate')
      await notifyCommitEnded(ctx, tx, { ...job, status: 'cancelled' }, ctx.now);
    await recordAudit(ctx, tx, { action: 'sync.cancel', target: run.id, detail: { state: run.status } });
    return viewRun((await runById(tx, run.id)) as RunRow);
  });
}
