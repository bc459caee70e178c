import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { assertRun } from './assert-run.ts';
import { assertAllowed, lockLatestRun, type RunRow, runById, viewRun } from './run.ts';
import { transition } from './transition.ts';

/**
 * Closes the transfer. Only possible when data has been transferred (SYNC-3); with `expectedStaff` also only if that
 * is how many were received, staged and set aside together.
 */
export function endSync(
  ctx: Context,
  input: { runId?: string | undefined; expectedStaff?: number | undefined } = {},
): Promise<SyncRun> {
  return ctx.db.inDistrict(ctx.district.id, (tx) => endSyncIn(ctx, tx, input));
}

/** The same as a part of the caller's transaction. */
export async function endSyncIn(
  ctx: Context,
  tx: Transaction,
  input: { runId?: string | undefined; expectedStaff?: number | undefined },
): Promise<SyncRun> {
  const run = await lockLatestRun(tx);
  assertRun(run, input.runId);
  assertAllowed(run, 'end');
  const received = run.staffTransferred + run.setAside;
  if (received === 0)
    throw new Conflict(SYNC_TEXTS.nothingTransferred(), [], {
      state: run.status,
      allowed: viewRun(run).allowed,
    });
  if (input.expectedStaff !== undefined && input.expectedStaff !== received)
    throw new Conflict(SYNC_TEXTS.otherNumberReceived(input.expectedStaff, received), [], {
      expectedStaff: input.expectedStaff,
      received,
    });
  await transition(tx, run, 'end', ctx.now);
  await recordAudit(ctx, tx, { action: 'sync.end', target: run.id, detail: { received } });
  return viewRun((await runById(tx, run.id)) as RunRow);
}
