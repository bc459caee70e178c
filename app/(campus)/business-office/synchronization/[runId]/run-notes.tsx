'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import type { PastRun } from '../../../../../lib/sync/run/list-runs.ts';
import { JobProgress } from '../job-progress.tsx';

const link = 'font-medium underline';
const pathOf = (runId: string): string => `/business-office/synchronization/${runId}`;

/** Links between a run and its undo, and the progress of its job. */
export function RunNotes({ run }: { run: PastRun }) {
  useResultsOf(run);
  return (
    <>
      {run.undoes && (
        <Callout
          title={
            run.status === 'cancelled'
              ? 'This is an undo that was cancelled before it finished.'
              : 'This is the undo of an earlier synchronization.'
          }
        >
          It undoes the synchronization{' '}
          <Link href={pathOf(run.undoes.runId)} className={link}>
            started <DateTime at={run.undoes.startedAt} time />
          </Link>
          . You can undo this undo, too.
        </Callout>
      )}
      {run.undoneBy && (
        <Callout tone="warn" title={UNDONE[run.undoneBy.status] ?? 'This synchronization is being undone.'}>
          <Link href={pathOf(run.undoneBy.runId)} className={link}>
            See what was restored and what was kept
          </Link>
        </Callout>
      )}
      {run.progress && (
        <Card aria-label="Progress">
          <JobProgress job={{ ...run.progress, kind: run.undoes ? 'undo' : 'commit' }} />
        </Card>
      )}
    </>
  );
}

const UNDONE: Partial<Record<PastRun['status'], string>> = {
  committed: 'This synchronization was undone.',
  cancelled: 'The undo of this synchronization was cancelled before it finished.',
};

/** Refetches the results while a job adds to them. */
function useResultsOf({ runId, progress }: PastRun): void {
  const client = useQueryClient();
  const done = progress?.processed ?? null;
  const before = useRef(done);
  useEffect(() => {
    if (before.current === done) return;
    before.current = done;
    client.invalidateQueries({ queryKey: ['sync', 'results', runId] });
  }, [client, done, runId]);
}
