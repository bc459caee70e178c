import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Context } from '../../context.ts';
import { Conflict, type Warning } from '../../failure.ts';
import type { SyncRun } from '../schema.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { clearStaging } from './clear-staging.ts';
import { createRun } from './create-run.ts';
import { endJob } from './jobs.ts';
import { notifyDiscarded } from './notify-discarded.ts';
import { othersStaging, stagingDiscarded } from './restart-texts.ts';
import { assertAllowed, callsNow, isLiveRun, lockLatestRun, type RunRow, runById, viewRun } from './run.ts';
import { othersShares, type StagingShare } from './staging-shares.ts';
import { transition } from './transition.ts';

export interface Started {
  run: SyncRun;
  warnings: Warning[];
}

/**
 * Begins a synchronization. It replaces a live run that is not committing and discards its staging, with a warning that
 * says how many (SYNC-4).
 * @param input.restart `false` asks for a Conflict if a run is live. What others have staged is discarded only with `true`.
 * @throws Conflict; `othersStaging` says whose staging it is, and how many
 */
export function startSync(ctx: Context, input: { restart?: boolean } = {}): Promise<Started> {
  return ctx.db.inDistrict(ctx.district.id, (tx) => startSyncIn(ctx, tx, input));
}

/** The same as a part of the caller's transaction. */
export async function startSyncIn(
  ctx: Context,
  tx: Transaction,
  input: { restart?: boolean },
): Promise<Started> {
  const live = await lockLatestRun(tx);
  assertAllowed(live, 'start');
  if (isLiveRun(live) && input.restart === false)
    throw new Conflict(SYNC_TEXTS.isLive(), [], {
      state: live.status,
      allowed: viewRun(live).allowed,
      runId: live.id,
    });
  return begin(ctx, tx, live, input);
}

/** *Restart Transfer*: only possible on a live run (SYNC-1). @throws Conflict as `startSync` */
export function restartSync(ctx: Context, input: { restart?: boolean } = {}): Promise<Started> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const live = await lockLatestRun(tx);
    const state = live?.status ?? 'none';
    if (!isLiveRun(live))
      throw new Conflict(SYNC_TEXTS.nothingToRestart(), [], {
        state,
        allowed: [...callsNow(live)],
      });
    assertAllowed(live, 'start');
    return begin(ctx, tx, live, input);
  });
}

async function begin(
  ctx: Context,
  tx: Transaction,
  last: RunRow | undefined,
  { restart = false }: { restart?: boolean },
): Promise<Started> {
  const discarded = isLiveRun(last) ? await discard(ctx, tx, last, restart) : undefined;
  await clearStaging(tx);
  const id = await createRun(ctx, tx, { kind: 'synchronization' });
  await recordAudit(ctx, tx, {
    action: 'sync.start',
    target: id,
    detail: {
      discarded: (discarded?.staff ?? 0) > 0,
      ...(discarded &&
        discarded.others.length > 0 && {
          ofOthers: discarded.others.map(({ name, staff }) => ({ name, staff })),
        }),
    },
  });
  const warnings: Warning[] = discarded?.staff
    ? [{ code: 'stagingDiscarded', message: stagingDiscarded(discarded.staff, discarded.others) }]
    : [];
  return { run: viewRun((await runById(tx, id)) as RunRow), warnings };
}

/** Ends the run that a new one replaces, unless others have staged something in it and nobody has said to go on. */
async function discard(ctx: Context, tx: Transaction, run: RunRow, restart: boolean) {
  const staff = run.staffTransferred + run.setAside;
  const others = staff > 0 ? await othersShares(tx, ctx.actor, run.id) : [];
  if (others.length > 0 && !restart) throw refused(run, others);
  await transition(tx, run, 'replace', ctx.now);
  await endJob(tx, run.id, 'cancelled', ctx.now);
  await notifyDiscarded(ctx, tx, run.id, others);
  return { staff, others };
}

function refused(run: RunRow, others: readonly StagingShare[]): Conflict {
  const { message, hint } = othersStaging(others);
  return new Conflict(`${message} ${hint}`, [{ pointer: '/restart', code: 'othersStaging', message, hint }], {
    state: run.status,
    allowed: viewRun(run).allowed,
    runId: run.id,
    staged: others.map(({ kind, name, staff }) => ({
      by: kind === 'client' ? 'client' : 'office',
      name,
      staff,
    })),
  });
}
