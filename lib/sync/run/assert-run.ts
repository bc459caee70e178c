import { Conflict } from '../../failure.ts';
import { SYNC_TEXTS } from '../texts.ts';
import { callsNow, isLiveRun, type RunRow } from './run.ts';

/**
 * A call that names a run applies to that run only: after another user's restart, a client's records must not end up in
 * the other user's run (SYNC-2).
 * @param runId as the caller sent it; undefined for the live run
 * @throws Conflict that says which run is live and what to do
 */
export function assertRun(run: RunRow | undefined, runId: string | undefined): void {
  if (runId === undefined || run?.id === runId) return;
  const message = isLiveRun(run) ? SYNC_TEXTS.otherRunIsLive(runId, run) : SYNC_TEXTS.runIsNotLive(runId);
  const hint = isLiveRun(run) ? SYNC_TEXTS.continueLiveRun(run.id) : SYNC_TEXTS.callStart();
  throw new Conflict(`${message} ${hint}`, [{ pointer: '', code: 'anotherRun', message, hint }], {
    state: run?.status ?? 'none',
    allowed: [...callsNow(run)],
    ...(isLiveRun(run) && { runId: run.id }),
  });
}
