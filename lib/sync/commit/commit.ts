import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import { heldConflict } from '../guards/hold.ts';
import { assertRun } from '../run/assert-run.ts';
import { liveJob } from '../run/jobs.ts';
import { assertAllowed, callsNow, lockLatestRun } from '../run/run.ts';
import { readSettings } from '../settings.ts';
import { beginCommit } from './begin-commit.ts';
import { COMMIT_TEXTS } from './texts.ts';

export interface Submitted {
  runId: string;
  jobId: string;
  total: number;
}

/**
 * Submits the commit of the validated staging as a job; two admins at once submit one (SYNC-6, SYNC-8). Also
 * removes a pending schedule for this run.
 * @throws Conflict with the live job's id when one is there; that names the state and the calls allowed now; or with the
 *   limits that hold the commit (SYNC-13)
 */
export async function submitCommit(
  ctx: Context,
  input: { runId?: string | undefined; waiting?: boolean } = {},
): Promise<Submitted> {
  const { held, submitted } = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const run = await lockLatestRun(tx);
    assertRun(run, input.runId);
    const job = await liveJob(tx);
    if (job?.kind === 'commit')
      throw new Conflict(COMMIT_TEXTS.alreadyRunning(), [], {
        jobId: job.id,
        state: run?.status,
        allowed: [...callsNow(run)],
      });
    assertAllowed(run, 'commit');
    const total = run.staffTransferred + run.setAside;
    const { commitLimit } = await readSettings(tx);
    if (input.waiting && commitLimit !== null && total > commitLimit)
      throw new Conflict(COMMIT_TEXTS.jobOnly(commitLimit), [], {
        state: run.status,
        allowed: ['submitCommitJob'],
        total,
        limit: commitLimit,
      });
    const { limits, jobId } = await beginCommit(ctx, tx, run);
    // Throw only after commit: the hold must be saved.
    if (limits) return { held: heldConflict(run, limits) };
    return { submitted: { runId: run.id, jobId, total } };
  });
  if (held) throw held;
  return submitted;
}
