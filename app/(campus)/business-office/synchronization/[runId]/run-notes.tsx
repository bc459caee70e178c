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

/** What a run undoes or was undone by, and how far its job is. */
export function RunNotes({ run }: { run: PastRun }) {
  useResultsOf(run);
  return (
    <>
      {run.undoes && (
        <Callout
          title={`This is the undo of an earlier ${run.status === 'cancelled' ? 'run, and was cancelled' : 'run'}.`}
        >
          It undoes{' '}
          <Link href={pathOf(run.undoes.runId)} className={link}>
            what was started <DateTime at={run.undoes.startedAt} time />
          </Link>
          . It can be undone in turn.
        </Callout>
      )}
      {run.undoneBy && (
        <Callout tone="warn" title={UNDONE[run.undoneBy.status] ?? 'This run is being undone.'}>
          <Link href={pathOf(run.undoneBy.runId)} className={link}>
            See what went back and what stayed
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
  committed: 'This run was undone.',
  cancelled: 'The undo of this run was cancelled part of the way.',
};

/** Results come while a job is under way, and are all there when it has ended. */
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
