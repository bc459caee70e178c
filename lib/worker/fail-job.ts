import type { Database, Transaction } from '../../db/client.ts';
import type { JobAddress } from '../jobs/queue.ts';
import { newId } from '../new-id.ts';
import { failFeedOfJob } from '../sync/feed-policy/continue-feed.ts';
import { notifyCommitEnded } from '../sync/run/commit-ended.ts';
import { stopValidation } from '../sync/run/fence.ts';
import { endJob, type JobRow, jobById } from '../sync/run/jobs.ts';
import { lockRuns } from '../sync/run/run.ts';
import { transition } from '../sync/run/transition.ts';
import { failScheduled } from '../sync/schedule/fail-schedule.ts';
import { SYNC_TEXTS } from '../sync/texts.ts';

/**
 * Ends a job that failed as a whole, for good. A commit's run goes back to validated and keeps what was committed
 * (SYNC-1); a validation's run keeps its state; an undo is cancelled.
 */
export async function failJob(db: Database, { districtId, jobId }: JobAddress): Promise<void> {
  await db.inDistrict(districtId, async (tx) => {
    await lockRuns(tx);
    const job = await jobById(tx, jobId);
    if (job?.status !== 'queued' && job?.status !== 'running') return;
    const now = new Date();
    await stop(tx, job, now);
    const failure = SYNC_TEXTS.jobStopped();
    await endJob(tx, job.runId, 'failed', now, failure);
    await failScheduled(tx, { newId, now }, jobId, failure);
    await failFeedOfJob({ db, newId, now }, tx, jobId, failure);
    const ended = job.kind !== 'validate' && (await jobById(tx, jobId));
    if (ended) await notifyCommitEnded({ db, newId }, tx, ended, now);
  });
}

async function stop(tx: Transaction, job: JobRow, now: Date): Promise<void> {
  if (job.kind === 'validate') await stopValidation(tx, job);
  else await transition(tx, { id: job.runId }, job.kind === 'undo' ? 'cancel' : 'failCommit', now);
}
