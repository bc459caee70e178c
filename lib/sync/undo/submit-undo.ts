import { and, countDistinct, eq } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../failure.ts';
import { goneOfRun } from '../../retention/gone.ts';
import { RETENTION_TEXTS } from '../../retention/texts.ts';
import { dateIn } from '../../time/date-in.ts';
import { createRun } from '../run/create-run.ts';
import { submitJob } from '../run/jobs.ts';
import { isLiveRun, lockLatestRun, type RunRow, runById } from '../run/run.ts';
import { SYNC_TEXTS } from '../texts.ts';

/**
 * Submits the undo of a run as a job and its own run: it restores what the run changed, unless it was edited since.
 * Any run that has ended can be undone, a cancelled commit and an undo, too.
 * @throws NotFound; Conflict while a synchronization is live, and when the run wrote nothing
 */
export function submitUndo(
  ctx: Context,
  { runId }: { runId: string },
): Promise<{ runId: string; jobId: string }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    await undoableRun(ctx, tx, runId);
    if (isLiveRun(live))
      throw new Conflict(SYNC_TEXTS.undoWhileLive(), [], {
        state: live.status,
        runId: live.id,
      });
    const total = await peopleOf(tx, runId);
    if (total === 0) throw new Conflict(SYNC_TEXTS.nothingToUndo());
    const id = await createRun(ctx, tx, { kind: 'undo', undoes: runId, staffTransferred: total });
    const jobId = await submitJob(ctx, tx, { runId: id, kind: 'undo', total });
    await recordAudit(ctx, tx, { action: 'sync.undo', target: runId, detail: { total } });
    return { runId: id, jobId };
  });
}

/** @throws NotFound for a run that is not this district's; Conflict for one that has not ended, or whose changes are gone */
export async function undoableRun(ctx: Context, tx: Transaction, runId: string): Promise<RunRow> {
  const run = await runById(tx, runId);
  if (!run) throw new NotFound(SYNC_TEXTS.unknownRun());
  if (isLiveRun(run))
    throw new Conflict(SYNC_TEXTS.undoAfterEnd(), [], {
      state: run.status,
    });
  const since = await goneOfRun(tx, runId, 'changes');
  if (since) throw new Conflict(RETENTION_TEXTS.undoTooOld(dateIn(ctx.district.timeZone, since)));
  return run;
}

const countPeople = defineQuery('how many people a run changed', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({ people: countDistinct(changeJournal.personId) })
    .from(changeJournal)
    .where(and(inDistrict(changeJournal), eq(changeJournal.runId, p.runId))),
);

/** How many people a run changed. */
export const peopleOf = async (tx: Transaction, runId: string): Promise<number> =>
  (await countPeople.first(tx, { runId }))?.people ?? 0;
