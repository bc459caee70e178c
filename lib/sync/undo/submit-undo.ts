import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { createRun } from '../run/create-run.ts';
import { submitJob } from '../run/jobs.ts';
import { isLiveRun, lockLatestRun, type RunRow, runById } from '../run/run.ts';

/**
 * Submits the undo of a run as a job and a run of its own: whatever the run wrote goes back, unless it was edited since.
 * Any run that has ended can be undone, a cancelled commit and an undo, too.
 * @throws NotFound; Conflict while a synchronisation is live, and when the run wrote nothing
 */
export function submitUndo(
  ctx: Context,
  { runId }: { runId: string },
): Promise<{ runId: string; jobId: string }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    await undoableRun(tx, runId);
    if (isLiveRun(live))
      throw new Conflict('A synchronisation is live. Commit it or cancel it, then undo.', [], {
        state: live.status,
        runId: live.id,
      });
    const total = await peopleOf(tx, runId);
    if (total === 0) throw new Conflict('This synchronisation changed nobody: there is nothing to undo.');
    const id = await createRun(ctx, tx, { kind: 'undo', undoes: runId, staffTransferred: total });
    const jobId = await submitJob(ctx, tx, { runId: id, kind: 'undo', total });
    await recordAudit(ctx, tx, { action: 'sync.undo', target: runId, detail: { total } });
    return { runId: id, jobId };
  });
}

/** @throws NotFound for a run that is not this district's; Conflict for one that has not ended */
export async function undoableRun(tx: Transaction, runId: string): Promise<RunRow> {
  const run = await runById(tx, runId);
  if (!run) throw new NotFound('There is no such synchronisation in this district.');
  if (isLiveRun(run))
    throw new Conflict('This synchronisation is live: only what has ended can be undone.', [], {
      state: run.status,
    });
  return run;
}

/** How many people a run changed. */
export async function peopleOf(tx: Transaction, runId: string): Promise<number> {
  const row = await tx.row<{ people: number }>(
    'select count(distinct person_id)::int as people from change_journal where district_id = $1 and run_id = $2',
    [tx.districtId, runId],
  );
  return row?.people ?? 0;
}
