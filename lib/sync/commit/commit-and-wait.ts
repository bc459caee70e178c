import { inBatches } from '../../concurrency/in-batches.ts';
import type { Context } from '../../context.ts';
import { type FieldError, Unavailable, type Warning } from '../../failure.ts';
import type { JobRow } from '../run/jobs.ts';
import { runStatus } from '../run/status.ts';
import { waitForJob } from '../run/wait-for-job.ts';
import type { Outcome, SyncRun } from '../schema.ts';
import { submitCommit } from './commit.ts';
import { type ResultRow, resultRows } from './result-rows.ts';
import { COMMIT_TEXTS } from './texts.ts';

export interface Committed {
  run: SyncRun;
  succeeded: { staffNumber: string; outcome: Exclude<Outcome, 'failed'>; warnings: Warning[] }[];
  failed: { staffNumber: string; errors: FieldError[] }[];
  warnings: Warning[];
}

/** Above this many the guide recommends the job (SYNC-8). */
const MAX_RECOMMENDED_STAFF = 500;
const BATCH_PEOPLE = 10_000;

/** Commits and waits for the end. @throws Unavailable when the job failed */
export async function commitAndWait(
  ctx: Context,
  input: { runId?: string | undefined } = {},
): Promise<Committed> {
  const { runId, jobId, total } = await submitCommit(ctx, { ...input, waiting: true });
  const job = await waitForJob(ctx, jobId);
  if (job.status === 'failed') throw new Unavailable(job.failure ?? COMMIT_TEXTS.jobFailed());
  const committed: Committed = {
    run: await runStatus(ctx, runId),
    succeeded: [],
    failed: [],
    warnings: warningsOf(total, job.status),
  };
  const batches = inBatches<ResultRow>(BATCH_PEOPLE, (last) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => resultRows(tx, { runId, after: last, limit: BATCH_PEOPLE })),
  );
  for await (const batch of batches)
    for (const { staffNumber, outcome, warnings, errors } of batch as (ResultRow & { outcome: Outcome })[])
      if (outcome === 'failed') committed.failed.push({ staffNumber, errors });
      else committed.succeeded.push({ staffNumber, outcome, warnings });
  return committed;
}

function warningsOf(total: number, status: JobRow['status']): Warning[] {
  const warnings: Warning[] = [];
  if (total > MAX_RECOMMENDED_STAFF)
    warnings.push({
      code: 'commitJobRecommended',
      message: COMMIT_TEXTS.jobRecommended(MAX_RECOMMENDED_STAFF, total),
    });
  if (status === 'cancelled')
    warnings.push({
      code: 'commitCancelled',
      message: COMMIT_TEXTS.cancelled(),
    });
  return warnings;
}
