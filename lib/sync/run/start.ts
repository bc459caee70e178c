import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, type Warning } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { clearStaging } from './clear-staging.ts';
import { endJob } from './jobs.ts';
import { assertAllowed, isLiveRun, lockLatestRun, type RunRow, runById, viewRun } from './run.ts';

export interface Started {
  run: SyncRun;
  warnings: Warning[];
}

/**
 * Begins a synchronisation. A live run that is not committing is set aside and its staging discarded, with a warning
 * of how many (SYNC-4); `restart: false` asks for a Conflict instead.
 */
export function startSync(ctx: Context, input: { restart?: boolean } = {}): Promise<Started> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    assertAllowed(live, 'start');
    if (isLiveRun(live) && input.restart === false)
      throw new Conflict(
        'A synchronisation is live already. Go on with it, or start again without "restart": false to discard it.',
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
    assertAllowed(live, 'restart');
    return begin(ctx, tx, live);
  });
}

async function begin(ctx: Context, tx: Transaction, last: RunRow | undefined): Promise<Started> {
  const warnings: Warning[] = [];
  if (isLiveRun(last)) {
    await setAside(ctx, tx, last);
    const discarded = last.staffTransferred + last.setAside;
    if (discarded > 0)
      warnings.push({
        code: 'stagingDiscarded',
        message: `${discarded.toLocaleString('en-US')} transferred staff of the earlier run were discarded.`,
      });
  }
  await clearStaging(tx);
  const id = ctx.newId();
  await tx.run(
    `insert into sync_run (district_id, id, status, started_at, started_by) values ($1, $2, 'transferring', $3, $4)`,
    [tx.districtId, id, ctx.now, ctx.actor.name],
  );
  await recordAudit(ctx, tx, {
    action: 'sync.start',
    target: id,
    detail: { discarded: warnings.length > 0 },
  });
  return { run: viewRun((await runById(tx, id)) as RunRow), warnings };
}

/** The old run stays in the history as cancelled; a validation that still works on it finds its fence moved. */
async function setAside(ctx: Context, tx: Transaction, run: RunRow): Promise<void> {
  await tx.run(
    `update sync_run set status = 'cancelled', attempt = attempt + 1, ended_at = $3
      where district_id = $1 and id = $2`,
    [tx.districtId, run.id, ctx.now],
  );
  await endJob(tx, run.id, 'cancelled', ctx.now);
}
