'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { DateTime } from '../../../../../../components/dates.tsx';
import { QueryError } from '../../../../../../components/query/query-error.tsx';
import { Button } from '../../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../../../components/ui/confirm-dialog.tsx';
import { Skeleton } from '../../../../../../components/ui/skeleton.tsx';
import { Stat, Stats } from '../../../../../../components/ui/stat.tsx';
import type { PastRun } from '../../../../../../lib/sync/run/past-run.ts';
import { count } from '../../../../../../lib/text/numbers.ts';
import { runQuery, undoPreviewQuery } from '../../queries.ts';
import { TEXTS } from '../../texts.ts';
import { UndoneNote } from '../undone-note.tsx';
import { UndoPeople } from './undo-people.tsx';
import { useUndo } from './use-undo.ts';

/** What an undo would change, with the button that starts it. */
export function UndoPreview({ run }: { run: PastRun }) {
  if (run.keptSince.changes)
    return (
      <Callout>
        {TEXTS.undoTooOld()} <DateTime at={run.keptSince.changes} />.
      </Callout>
    );
  if (!run.undoable) return <Callout>{TEXTS.nothingToUndo()}</Callout>;
  return <OfRun run={run} />;
}

function OfRun({ run: given }: { run: PastRun }) {
  // After Back the page is as it was before the undo.
  const { data: run } = useQuery({ ...runQuery(given.runId), initialData: given, staleTime: 0 });
  const undone = run.undoneBy?.status === 'committed';
  const preview = useQuery(undoPreviewQuery(run.runId));
  const [asking, setAsking] = useState(false);
  const undo = useUndo(run.runId);
  if (preview.isError && !preview.data) return <QueryError query={preview} />;
  if (!preview.data) return <Skeleton className="h-40" />;
  const { people, marked, created, editedSince } = preview.data;
  return (
    <div className="flex flex-col gap-6">
      {undone && <UndoneNote run={run}>{TEXTS.undoneAlready()}</UndoneNote>}
      <Card aria-labelledby="undo">
        <CardHeader>
          <CardTitle id="undo">
            {run.undoes ? 'The undo' : 'The commit'} of <DateTime at={run.startedAt} time />
          </CardTitle>
          <Button kind="danger" busy={undo.isPending} onClick={() => setAsking(true)}>
            Undo
          </Button>
        </CardHeader>
        <Stats className="sm:grid-cols-3">
          <Stat name="People changed" note={marked > 0 ? TEXTS.alsoMarked(marked) : undefined}>
            {count(people)}
          </Stat>
          <Stat name="People created" note="Removed, unless other records now depend on them">
            {count(created)}
          </Stat>
          <Stat
            name="Edited since"
            note="Edits made since then are kept"
            tone={editedSince > 0 ? 'warn' : undefined}
          >
            {count(editedSince)}
          </Stat>
        </Stats>
      </Card>
      <UndoPeople runId={run.runId} people={people + marked} editedSince={editedSince} />
      <ConfirmDialog
        open={asking}
        title="Undo this synchronization"
        action="Undo"
        danger
        onConfirm={() => undo.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{undone ? TEXTS.willUndoAgain() : TEXTS.willBeRestored(people, marked)}</p>
        <p>{TEXTS.staysReadOnly()}</p>
      </ConfirmDialog>
    </div>
  );
}
