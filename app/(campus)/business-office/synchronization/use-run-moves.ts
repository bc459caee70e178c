'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { toast } from '../../../../components/ui/toast.ts';
import type { SyncOverview } from '../../../../lib/sync/overview.ts';
import { TEXTS } from './texts.ts';

/**
 * Follows the run when its state changes, also from another tab: shows the result of a job that was watched and the run's current step (`onMove`), and refetches what depends on the run.
 */
export function useRunMoves(overview: SyncOverview | undefined, onMove: () => void): void {
  const client = useQueryClient();
  const before = useRef(overview);
  useEffect(() => {
    const last = before.current;
    before.current = overview;
    if (!last || !overview || placeOf(last) === placeOf(overview)) return;
    if (last.run?.runId === overview.run?.runId) showResult(last, overview);
    onMove();
    // The pressed button may have left the page with its state: the focus moves to the next step.
    if (document.activeElement === document.body) document.getElementById('step-name')?.focus();
    for (const what of ['runs', 'run', 'results', 'forecast'])
      client.invalidateQueries({ queryKey: ['sync', what] });
    client.invalidateQueries({ queryKey: ['validation'] });
  });
}

const placeOf = ({ run }: SyncOverview): string =>
  run ? [run.runId, run.status, run.validatedAt, run.job?.kind].join() : '';

function showResult({ run: last }: SyncOverview, { run, commit, failure }: SyncOverview): void {
  if (failure && last?.job && !run?.job) toast('error', TEXTS.jobFailed(), failure);
  else if (run?.status === 'committed' && last?.status === 'committing' && commit)
    toast(commit.failed > 0 ? 'warning' : 'success', TEXTS.commitDone(), TEXTS.committed(commit));
  else if (run?.validatedAt && run.validatedAt !== last?.validatedAt)
    toast('success', TEXTS.reportReady(), TEXTS.compared(run.staffTransferred));
}
