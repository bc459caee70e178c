import { textRows, textRun } from '../../../db/sql-text.ts';
import type { Context } from '../../context.ts';
import { runJob } from '../../worker/start-worker.ts';
import { submitCommit } from '../commit/commit.ts';
import { runResults } from '../commit/results.ts';
import { endSync } from '../run/end.ts';
import { startSync } from '../run/start.ts';
import { staffOf } from '../transfer/staff-of.ts';
import { transferStaff } from '../transfer/transfer.ts';
import { validateSync } from '../validate/validate.ts';

/** Pat Simpson, a coach, as HR sends her. */
export const sentStaff = (staffNumber: string, over: object = {}) => ({
  staffNumber,
  lastName: 'Simpson',
  firstName: 'Pat',
  gender: 'F',
  workPhone: '555-0100',
  positions: [{ schoolNumber: '010', assignmentCode: '20', startDate: '2020-08-01' }],
  ...over,
});

/** Does a submitted job, as a worker would at the context's time. */
export const work = (ctx: Context, { jobId }: { jobId: string }): Promise<void> =>
  runJob(ctx.db, ctx.keys, { districtId: ctx.district.id, jobId }, ctx.now);

/** A run with these records, validated. */
export async function validated(ctx: Context, ...records: object[]): Promise<void> {
  await startSync(ctx);
  await transferStaff(ctx, staffOf(records));
  await endSync(ctx);
  await work(ctx, await validateSync(ctx));
}

/** Commits the validated run. */
export async function committed(ctx: Context) {
  const submitted = await submitCommit(ctx);
  await work(ctx, submitted);
  const { data: results } = await runResults(ctx, { runId: submitted.runId, limit: 100 });
  return { runId: submitted.runId, results };
}

/** Changes rows behind the product, `$1` being the district. */
export const run = (ctx: Context, text: string, ...values: unknown[]): Promise<unknown> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRun(tx, text, [tx.districtId, ...values]));

export const rowsOf = (ctx: Context, text: string): Promise<Record<string, unknown>[]> =>
  ctx.db.inDistrict(ctx.district.id, (tx) => textRows<Record<string, unknown>>(tx, text, [tx.districtId]));
