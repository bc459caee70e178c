import { Conflict } from '../../failure.ts';
import { callsNow, isLiveRun, type RunRow } from './run.ts';

/**
 * A call that names its run is about no other: after somebody else's restart a client's records must not end up in the
 * run of somebody else (SYNC-2).
 * @param runId as the caller sent it; undefined for whichever run is live
 * @throws Conflict that says which run is live and what to do
 */
export function assertRun(run: RunRow | undefined, runId: string | undefined): void {
  if (runId === undefined || run?.id === runId) return;
  const message = isLiveRun(run)
    ? `Run ${runId} is not live. The live run is ${run.id}: ${run.startedBy} started it at ${run.startedAt.toISOString()}, and it is ${run.status}.`
    : `Run ${runId} is not live, and no other run is.`;
  const hint = isLiveRun(run)
    ? `Continue with runId=${run.id} if that run is yours. Otherwise wait until it has ended, or call start to begin again.`
    : 'Call start to begin a synchronization.';
  throw new Conflict(`${message} ${hint}`, [{ pointer: '', code: 'anotherRun', message, hint }], {
    state: run?.status ?? 'none',
    allowed: [...callsNow(run)],
    ...(isLiveRun(run) && { runId: run.id }),
  });
}
