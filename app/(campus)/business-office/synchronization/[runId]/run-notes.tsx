'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { DateTime } from '../../../../../components/dates.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import type { PastRun } from '../../../../../lib/sync/run/past-run.ts';
import { JobProgress } from '../job-progress.tsx';
import { TEXTS } from '../texts.ts';
import { UndoneNote } from './undone-note.tsx';

const link = 'font-medium underline';
const pathOf = (runId: string): string => `/business-office/synchronization/${runId}`;

/** Links between a run and its undo, what is no longer kept of it, and the progress of its job. */
export function RunNotes({ run }: { run: PastRun }) {
  useResultsOf(run);
  return (
    <>
      {run.undoes && (
        <Callout title={TEXTS.isUndo(run.status !== 'cancelled')}>
          It undoes the synchronization{' '}
          <Link href={pathOf(run.undoes.runId)} className={link}>
            started <DateTime at={run.undoes.startedAt} time />
          </Link>
          .{run.undoable && ` ${TEXTS.undoIsUndoable()}`}
        </Callout>
      )}
      <UndoneNote run={run} />
      <NoLongerKept run={run} />
      {run.progress && (
        <Card aria-label="Progress">
          <JobProgress job={{ ...run.progress, kind: run.undoes ? 'undo' : 'commit' }} />
        </Card>
      )}
    </>
  );
}

/** What is gone of the run because of its age, and since when such data is kept. */
function NoLongerKept({ run: { counts, keptSince } }: { run: PastRun }) {
  const changed = counts ? counts.created + counts.updated + counts.removed : 0;
  const notes = [
    keptSince.results && [TEXTS.resultsGone(), keptSince.results],
    !keptSince.results && counts?.unchanged && keptSince.unchangedResults
      ? [TEXTS.unchangedGone(), keptSince.unchangedResults]
      : null,
    changed > 0 && keptSince.changes && [TEXTS.undoTooOld(), keptSince.changes],
  ].filter((note) => Array.isArray(note));
  return notes.map(([text, since]) => (
    <Callout key={text}>
      {text} <DateTime at={since as string} />.
    </Callout>
  ));
}

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
