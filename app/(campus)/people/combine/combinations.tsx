'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { DateTime } from '../../../../components/dates.tsx';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { toast } from '../../../../components/ui/toast.ts';
import type { Combination } from '../../../../lib/people/combine/schema.ts';
import { combinationsQuery } from './queries.ts';
import { COMBINE_TEXTS } from './texts.ts';

/** The latest combinations. One can be undone while nobody has edited its outcome (CMB-3). */
export function Combinations({ onUndone }: { onUndone: () => void }) {
  const client = useQueryClient();
  const list = useQuery(combinationsQuery);
  const [asked, setAsked] = useState<Combination | null>(null);
  const undo = useMutation({
    mutationFn: ({ id }: Combination) => adminCall('POST /people/combinations/{id}/undo', { params: { id } }),
    onSuccess: () => {
      onUndone();
      toast('success', COMBINE_TEXTS.undone());
    },
    onSettled: () => {
      for (const queryKey of [['people'], ['staff'], ['home']]) client.invalidateQueries({ queryKey });
    },
  });
  if (list.data?.length === 0) return null;
  return (
    <Card aria-labelledby="combinations">
      <CardHeader>
        <CardTitle id="combinations">Latest combinations</CardTitle>
      </CardHeader>
      {undo.error && (
        <Callout tone="bad" role="alert" className="m-4">
          {undo.error.message}
        </Callout>
      )}
      {list.isError && !list.data && <QueryError query={list} />}
      <ul className="divide-y divide-line">
        {list.data?.map((combination) => (
          <Row
            key={combination.id}
            combination={combination}
            busy={undo.isPending && undo.variables.id === combination.id}
            onUndo={() => setAsked(combination)}
          />
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== null}
        title="Undo the combination"
        action="Undo"
        onConfirm={() => asked && undo.mutate(asked)}
        onClose={() => setAsked(null)}
      >
        <p>{asked && COMBINE_TEXTS.willBeUndone(asked)}</p>
      </ConfirmDialog>
    </Card>
  );
}

function Row({
  combination: { base, otherName, combinedAt, combinedBy, undoneAt, undoneBy, kept },
  busy,
  onUndo,
}: {
  combination: Combination;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5 sm:px-5">
      <span className="min-w-0">
        <span className="wrap-anywhere block">
          <bdi className="font-medium">{otherName}</bdi> into{' '}
          <bdi className="font-medium">{base.name ?? 'a person who is no longer in Campus'}</bdi>
        </span>
        <span className="block text-muted text-xs">
          <DateTime at={combinedAt} time /> by <bdi>{combinedBy}</bdi>
          {undoneAt && (
            <>
              . Undone <DateTime at={undoneAt} time /> by <bdi>{undoneBy}</bdi>
            </>
          )}
          {kept && `. Can’t be undone: ${kept}`}
        </span>
      </span>
      {!undoneAt && !kept && (
        <Button size="small" busy={busy} onClick={onUndo} aria-label={`Undo: ${otherName} into ${base.name}`}>
          Undo
        </Button>
      )}
    </li>
  );
}
