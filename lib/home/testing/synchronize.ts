import type { Context } from '../../context.ts';
import { submitCommit } from '../../sync/commit/commit.ts';
import { endSync } from '../../sync/run/end.ts';
import { startSync } from '../../sync/run/start.ts';
import { staffOf } from '../../sync/transfer/staff-of.ts';
import { transferStaff } from '../../sync/transfer/transfer.ts';
import { submitUndo } from '../../sync/undo/submit-undo.ts';
import { validateSync } from '../../sync/validate/validate.ts';
import { runJob } from '../../worker/start-worker.ts';

export const record = (staffNumber: string, over: object = {}) => ({
  staffNumber,
  lastName: `Staff ${staffNumber}`,
  firstName: 'Pat',
  gender: 'F',
  ...over,
});

const work = (ctx: Context, { jobId }: { jobId: string }) =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId });

/** Transfers and validates these staff. */
export async function validate(ctx: Context, records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, staffOf(records));
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
}

/** Commits what is validated. */
export async function commit(ctx: Context): Promise<string> {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  return submitted.runId;
}

export async function synchronize(ctx: Context, records: object[]): Promise<string> {
  await validate(ctx, records);
  return commit(ctx);
}

export async function undo(ctx: Context, runId: string): Promise<string> {
  const submitted = await submitUndo(ctx, { runId });
  await work(ctx, submitted);
  return submitted.runId;
}
