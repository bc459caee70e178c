import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, type Warning } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { clearStaging } from './clear-staging.ts';
import { createRun } from './create-run.ts';
import { endJob } from './jobs.ts';
import { assertAllowed, callsNow, isLiveRun, lockLatestRun, type RunRow, runById, viewRun } from './run.ts';
import { transition } from './transition.ts';

export interface Started {
  run: SyncRun;
  warnings: Warning[];
}

/**
 * Begins a synchronization. It replaces a live run that is not committing and discards its staging, with a warning that
 * says how many (SYNC-4); `restart: false` asks for a Conflict instead.
 */
export function startSync(ctx: Context, input: { restart?: boolean } = {}): Promise<Started> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    assertAllowed(live, 'start');
    if (isLiveRun(live) && input.restart === false)
      throw new Conflict(
        'A synchronization is live already. Continue it, or start again without "restart": false to discard it.',
        [],
        { state: live.status, allowed: viewRun(live).allowed, runId: live.id },
      );
    return begin(ctx, tx, live);
  });
}

/** *Restart Transfer*: only possible on a live run (SYNC-1). */
export function restartSync(ctx: Context): Promise<Started> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    const state = live?.status ?? 'none';
    if (!isLiveRun(live))
      throw new Conflict('There is no live synchronization to restart. Start a transfer.', [], {
        state,
        allowed: [...callsNow(live)],
      });
    assertAllowed(live, 'start');
    return begin(ctx, tx, live);
  });
}

async function begin(ctx: Context, tx: Transaction, last: RunRow | undefined): Promise<Started> {
  const warnings: Warning[] = [];
  if (isLiveRun(last)) {
    await transition(tx, last, 'replace', ctx.now);
    await endJob(tx, last.id, 'cancelled', ctx.now);
    const discarded = last.staffTransferred + last.setAside;
    if (discarded > 0)
      warnings.push({
        code: 'stagingDiscarded',
        message: `${discarded.toLocaleString('en-US')} transferred staff of the previous run were discarded.`,
      });
  }
  await clearStaging(tx);
  const id = await createRun(ctx, tx, { kind: 'synchronization' });
  await recordAudit(ctx, tx, {
    action: 'sync.start',
    target: id,
    detail: { discarded: warnings.length > 0 },
  });
  return { run: viewRun((await runById(tx, id)) as RunRow), warnings };
}
