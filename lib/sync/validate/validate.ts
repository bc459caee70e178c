import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { assertRun } from '../run/assert-run.ts';
import { submitJob } from '../run/jobs.ts';
import { assertAllowed, lockLatestRun } from '../run/run.ts';

/** Submits a validation of the staging as a job. Allowed on a transferred or validated run (SYNC-1). */
export function validateSync(
  ctx: Context,
  input: { runId?: string | undefined } = {},
): Promise<{ runId: string; jobId: string }> {
  return ctx.db.inDistrict(ctx.district.id, (tx) => validateSyncIn(ctx, tx, input));
}

/** The same as a part of the caller's transaction. */
export async function validateSyncIn(
  ctx: Context,
  tx: Transaction,
  input: { runId?: string | undefined },
): Promise<{ runId: string; jobId: string }> {
  const run = await lockLatestRun(tx);
  assertRun(run, input.runId);
  assertAllowed(run, 'validate');
  const jobId = await submitJob(ctx, tx, {
    runId: run.id,
    kind: 'validate',
    total: run.staffTransferred + run.setAside,
  });
  await recordAudit(ctx, tx, { action: 'sync.validate', target: run.id });
  return { runId: run.id, jobId };
}
